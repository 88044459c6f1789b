"""Saves a file that was made a moment ago, without a copy of it on the server.

A download button of Streamlit keeps its file in the server's memory under an address, and takes
what was in it when the page was last drawn: a sentence still being typed would be missing. Here the
click itself makes the file, after everything typed before it, and it travels to the page alone.
"""

from __future__ import annotations

import base64
import uuid
from functools import cache

import streamlit as st

_SCRIPT = """
const saved = new Set();
export default function ({ data }) {
  if (!data || saved.has(data.id)) return;
  saved.add(data.id);
  const bytes = Uint8Array.from(atob(data.content), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: data.name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);  // some phones fetch it late
}
"""


@cache
def _component() -> object:
    """Register the script once."""
    return st.components.v2.component("save", js=_SCRIPT)


def save(name: str, media_type: str, content: bytes) -> None:
    """Have the reader's browser save a file.

    Args:
        name: of the file.
        media_type: of its content.
        content: the file's bytes.

    """
    with st.container(key="follow-save"):
        _component()(
            data={
                "id": uuid.uuid4().hex,
                "name": name,
                "type": media_type,
                "content": base64.b64encode(content).decode(),
            },
            key="save-script",
        )  # type: ignore[operator]
