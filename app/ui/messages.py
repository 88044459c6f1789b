"""What a reader's browser may say to the app, of all that Streamlit would listen to."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_NEEDED = ("stop_script", "app_heartbeat")


def verdict(data: bytes) -> str:
    """Return what a message of a browser is.

    Empty where it may pass, `run` where it may and asks for a run of the script, `ignored` where it
    is for developers, or `malformed`.

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
    if kind == "rerun_script":
        return "run"
    return "" if kind in _NEEDED else "ignored"


def ends_run(data: bytes) -> bool:
    """Return whether a message of the app says that a run of the script has ended."""
    message = ForwardMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return False
    return bool(message.WhichOneof("type") == "script_finished")
