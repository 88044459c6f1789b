"""Large messages are compressed, each by itself; small ones go as they are; no bomb goes off."""

from __future__ import annotations

import zlib

import pytest
from uvicorn.protocols.websockets import websockets_sansio_impl as server
from websockets.exceptions import PayloadTooBig
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame, Opcode

from app.web import deflate
from app.web.deflate import SMALL, compress_large_messages

OFFERED = [("client_max_window_bits", None)]  # as Chromium offers it
BROWSER = PerMessageDeflate(True, True, 15, 15, {})


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> PerMessageDeflate:
    """What stands in the server's connections once large messages are compressed."""
    monkeypatch.setattr(server, deflate._FACTORY, None)
    compress_large_messages()
    factory = getattr(server, deflate._FACTORY)(server_max_window_bits=12)
    agreed, extension = factory.process_request_params(OFFERED, [])
    assert {name for name, _ in agreed} >= {
        "server_no_context_takeover",
        "client_no_context_takeover",
    }
    return extension


def test_a_large_message_is_smaller_and_reads_the_same(ours: PerMessageDeflate):
    page = b"<p>a page of words</p>" * 500
    for _ in range(2):  # each message stands alone
        sent = ours.encode(Frame(Opcode.BINARY, page))
        assert sent.rsv1
        assert len(sent.data) < len(page) / 5
        assert bytes(BROWSER.decode(sent).data) == page


def test_a_small_message_goes_as_it_is(ours: PerMessageDeflate):
    frame = Frame(Opcode.BINARY, b"x" * (SMALL - 1))
    assert ours.encode(frame) is frame


def test_nothing_is_kept_of_what_was_sent_or_heard(ours: PerMessageDeflate):
    ours.encode(Frame(Opcode.BINARY, b"x" * 10_000))
    ours.decode(BROWSER.encode(Frame(Opcode.BINARY, b"y" * 10_000)))
    assert not {"encoder", "decoder"} & set(vars(ours))


def test_a_little_that_would_become_very_much_is_refused(ours: PerMessageDeflate):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(bytes(50_000_000)) + packer.flush(zlib.Z_SYNC_FLUSH)
    with pytest.raises(PayloadTooBig):
        ours.decode(Frame(Opcode.BINARY, bomb[:-4], rsv1=True), max_size=2_000_000)
