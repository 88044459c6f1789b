"""What a reader's browser may say to the app, of all that Streamlit would listen to."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

_NEEDED = ("rerun_script", "stop_script", "app_heartbeat")


def verdict(data: bytes) -> str:
    """Return empty where a message may pass, `ignored` where it is for developers, or `malformed`.

    A page sends what was chosen on it, and asks for the file of a download button. The rest clears
    caches for everybody, reads the repository of the code, or installs things for an author.

    Args:
        data: a message as sent.

    """
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return "malformed"
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        wanted = message.backend_operation_request.WhichOneof("payload")
        return "" if wanted == "deferred_file" else "ignored"
    return "" if kind in _NEEDED else "ignored"
