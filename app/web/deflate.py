"""Large messages to a browser travel compressed, and cost nothing while a page is at rest.

A page is 40 to 250 kB of HTML, and a fifth of that compressed: half a second to a second less on a
slow phone. What a library does by default is not for us: it keeps a window of what was sent before
for each open page, up to 80 kB of memory, and compresses small messages too, which costs more time
than it saves. Here each message stands alone, and only large ones are compressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from uvicorn.protocols.websockets import websockets_sansio_impl as server
from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import (
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)
from websockets.frames import Frame
from websockets.typing import ExtensionParameter

SMALL = 1_400
"""Bytes; what fits one packet of the network anyway."""
_QUICK = {"level": 1, "memLevel": 8}
"""A tenth larger than with the usual level, in half the time."""
_FACTORY = "ServerPerMessageDeflateFactory"


class LargeOnes(PerMessageDeflate):
    """Compresses large messages, each by itself."""

    def encode(self, frame: Frame) -> Frame:
        """Return a message as it is sent."""
        return frame if len(frame.data) < SMALL else super().encode(frame)


class _Factory(ServerPerMessageDeflateFactory):
    """Agrees with a browser that neither side keeps a window."""

    def __init__(self, **_: Any) -> None:  # noqa: ANN401  # what the server would have, we do not
        super().__init__(
            server_no_context_takeover=True,
            client_no_context_takeover=True,
            compress_settings=_QUICK,
        )

    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], PerMessageDeflate]:
        """Return what was agreed, and what compresses."""
        agreed, usual = super().process_request_params(params, accepted_extensions)
        return agreed, LargeOnes(
            usual.remote_no_context_takeover,
            usual.local_no_context_takeover,
            usual.remote_max_window_bits,
            usual.local_max_window_bits,
            usual.compress_settings,
        )


def compress_large_messages() -> None:
    """Have the server agree to that with every browser; `enableWebsocketCompression` must be on."""
    setattr(server, _FACTORY, _Factory)
