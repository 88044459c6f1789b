"""The code that leads back to the guide, as a drawing."""

from __future__ import annotations

import io

import segno


def qr_svg(address: str) -> str:
    """Return a QR code as SVG without a size of its own, black on white, with its quiet zone.

    Args:
        address: where it leads. It holds view settings and never an answer.

    """
    out = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(
        out, kind="svg", border=4, xmldecl=False, light="#fff", omitsize=True, svgclass=None,
        lineclass=None,
    )  # fmt: skip
    return out.getvalue().decode()
