"""The procedure room from the side, at eye level: the patient face down, the X-ray machine, staff.

In: the chosen layers. Out: the sheet. Everything keeps to one scale, 1.4 units to a centimetre:
table top about 90 cm above the floor, C-arm 150 cm across, adults 160 to 172 cm.
"""

from __future__ import annotations

import re

from app.figures.anatomy_parts import inked, shape
from app.figures.room_people import (
    doctor_behind,
    doctor_hands,
    nurse,
    operator_behind,
    operator_front,
    patient,
)
from app.figures.sheet import Sheet, Spot
from app.figures.strokes import drawn

_WALLS = """
-wall M46 8L354 8C360 8 364 12 364 18L364 392L36 392L36 18C36 12 40 8 46 8Z
-floor M36 392L364 392L364 422C364 428 360 432 354 432L46 432C40 432 36 428 36 422Z
faint M37 392L363 392M288 392L288 108L352 108L352 392M294 392L294 114L346 114L346 392
faint M346 250L340 250
"""
_SCREEN = """
steel M202 8L212 8L212 64L202 64Z
steel M207 60C214 60 216 69 210 72L184 84L178 75L203 61Z
tool M70 30L187 41C189 41 190 42 190 44L190 116C190 118 189 119 187 119L70 131C67 131 66 129 66 127
 L66 34C66 32 67 30 70 30Z
film M73 37L183 47L183 113L73 124Z
"""
_VERTEBRA = """
M-14 -4C-20 -8 -28 -8 -30 -4C-28 0 -20 0 -14 2Z
M14 -4C20 -8 28 -8 30 -4C28 0 20 0 14 2Z
M-17 -8.6C-10 -10 10 -10 17 -8.6C14.6 -2 14.6 2 17 8.6
 C10 10 -10 10 -17 8.6C-14.6 2 -14.6 -2 -17 -8.6Z
"""
_MARKS = """
M0 -1C4 3 3.6 9 0 10.4C-3.6 9 -4 3 0 -1Z
M-12 -4C-12 -8 -6 -8 -6 -4C-6 1 -12 1 -12 -4Z
M12 -4C12 -8 6 -8 6 -4C6 1 12 1 12 -4Z
"""
_HOLES = """
M-11 2C-11 -0.6 -6.4 -0.6 -6.4 2C-6.4 5 -11 5 -11 2Z
M11 2C11 -0.6 6.4 -0.6 6.4 2C6.4 5 11 5 11 2Z
"""
_PELVIS = """
M-54 12L-54 -4C-48 -9 -38 -6 -33 2L-28 12Z
M54 12L54 -4C48 -9 38 -6 33 2L28 12Z
M-20 -4C-12 -6 12 -6 20 -4C26 -5 29 -2 31 1L25 12L-25 12L-31 1C-29 -2 -26 -5 -20 -4Z
"""
_CART = """
tool M86 398L140 398L142 404L84 404Z
steel M102 266L122 266L122 320L102 320Z
steel M94 316L128 316C132 316 134 318 134 322L134 394C134 397 132 398 130 398L92 398
 C90 398 88 397 88 394L88 322C88 318 90 316 94 316Z
thin M97 328L125 328M97 336L125 336
"""
_ARC = """
steel M198 171L186 171C150 171 121 217 121 276C121 335 150 382 186 382L198 382C203 382 203 367
 198 367L187 367C159 367 136 326 136 276C136 226 159 186 187 186L198 186C203 186 203 171 198 171Z
thin M186 178.5C155 178.5 128.5 222 128.5 276C128.5 330 155 374.5 186 374.5
bore M169 192C171 186 177 183 186 183C195 183 201 186 203 192Z
bore M166 192L206 192L208 210L164 210Z
steel M160 210L212 210L212 218L160 218Z
bore M169 338L203 338C206 338 207 339 207 342L207 366C207 369 206 370 203 370L169 370
 C166 370 165 369 165 366L165 342C165 339 166 338 169 338Z
tool M175 329L197 329L200 338L172 338Z
thin M173 348L199 348
"""
_TABLE = """
tool M238 403C238 400 240 398 243 398L313 398C316 398 318 400 318 403L318 413L238 413Z
steel M274 336L308 336L308 398L274 398Z
bore M279 307L303 307L303 336L279 336Z
steel M90 300L319 300L319 308L90 308Z
cartilage M82 291L324 291C329 291 329 301 324 301L82 301C77 301 77 291 82 291Z
"""
_PILLOWS = """
bandage M85 284.6C82 279 84 269 91 269C100 270.6 112 271.8 120 268C127 267 129 274 127 278
 C118 279 112 280.6 104 282C98 283 92 282.6 85 284.6Z
gown M166 291C166 286 171 283 178 283L212 283C220 283 226 286 226 291Z
gown M291 291C290 282 294 277 300 277C306 277 310 282 309 291Z
"""
_WINDOW_EDGE = "C174 262 179 267 187 267C195 267 200 261 201 249.4"
_SHEET_EDGE = "C212 244.6 225 245 233 252C240 258 244 261 250 263.6"
_HEM = "C246 317 240 312 232 314C222 317 212 312 200 314"
_DRAPE = f"""
drape M149 253.4C156 252.6 164 253.6 173 254.6{_WINDOW_EDGE}{_SHEET_EDGE}C254 280 252 300 252 314
 {_HEM}C188 318 178 311 166 314C159 316 153 314 148 313C145 296 145 270 149 253.4Z
sac M173 254.6{_WINDOW_EDGE}L205.6 247.6C205 263 197 271.6 187 271.6C177 271.6 169 264 168 254Z
thin M162 268C161 284 164 298 162 309M217 262C219 280 215 296 218 308
 M236 268C238 282 235 296 239 307
"""
_BACK_EDGE = "L207 249C214 246 224 246.6 231 252C240 260 250 266 262 268.4"


def room(shown: frozenset[str]) -> Sheet:
    """Take the chosen layers; give the sheet."""
    far = '<g clip-path="url(#room-far)">'
    layers = {
        "walls": drawn(_WALLS),
        "screen": drawn(_SCREEN),
        "spine_picture": _spine_picture(),
        "c_arm": _c_arm(),
        "table": drawn(_TABLE),
        "patient": patient(awake="drape" not in shown),
        "pillows": drawn(_PILLOWS),
        "drape": drawn(_DRAPE),
        "beam": _beam(),
        "xray_operator": f"{far}{operator_behind()}</g>{operator_front()}",
        "doctor": f"{far}{doctor_behind()}</g>{doctor_hands()}",
        "nurse": nurse("beam" in shown),
    }
    return Sheet(layers, _SPOTS, _far("drape" in shown))


_SPOTS = {
    "screen": Spot(84, 60, "left"),
    "spine_picture": Spot(112, 72, "left"),
    "c_arm": Spot(178, 175, "left"),
    "xray_table": Spot(292, 352, "right"),
    "patient": Spot(136, 273, "left"),
    "pillows": Spot(300, 283.6, "right"),
    "drape": Spot(243, 296, "right"),
    "beam": Spot(186, 322, "left"),
    "xray_operator": Spot(346, 229, "right"),
    "doctor": Spot(256, 172, "right"),
    "nurse": Spot(60, 225, "left"),
}


def _far(draped: bool) -> str:
    """Take whether the drape hangs down; give where people behind the table can be seen."""
    top = f"L201 249.4{_SHEET_EDGE}C254 265.6 258 267.4 262 268.4" if draped else _BACK_EDGE
    feet = "C272 270 282 268 290 266.6C296 265 301 263.4 305 261.6C309 260.4 311 263 312 267"
    foot = "C316 275 321 280 323.4 285L325 290"
    end = "C330.6 291 330.6 301 324 302.4L320 302.4L320 309.4L308 309.4"
    above = f"M201 8L201 249.4{top}{feet}{foot}{end}L308 398"
    above += "L313 398C316 398 318.8 400 318.8 403L318.8 414L364 414L364 8Z"
    hem = (
        "M200 314C212 312 222 317 232 314C240 312 246 317 253 314L253 308" if draped else "M200 308"
    )
    below = f"{hem}L279 308L279 336L274 336L274 396.6"
    below += "L243 396.6C240 397 237.2 399 237.2 403L237.2 414L200 414Z"
    return (
        f'<clipPath id="room-far"><path transform="translate(0 -0.7)" d="{above}"/>'
        f'<path transform="translate(0 0.7)" d="{below}"/></clipPath>'
    )


def _c_arm() -> str:
    """Give the X-ray machine: receptor above the back, tube below the table, arc behind it."""
    wheels = "".join(
        f'<circle class="{kind}" cx="{x}" cy="405" r="5"/>'
        for x in (93, 133)
        for kind in ("tool", "l")
    )
    return drawn(_CART) + wheels + drawn(_ARC)


def _beam() -> str:
    """Give the X-rays: a soft cone from the tube below to the receptor above."""
    soft = 'fill-opacity="0.42"'
    cone = shape("M183 329L189 329L197 218L175 218Z", "glow", soft)
    return cone + shape("M183 329L175 218M189 329L197 218", "f s-ligament")


_PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def _on_screen(data: str, u: float, v: float) -> str:
    """Take a path about a middle on a flat screen, 110 by 80; give it on the turned screen."""

    def there(pair: re.Match[str]) -> str:
        a, b = u + float(pair[1]), v + float(pair[2])
        top, low = 37 + a / 11, 124 - a / 10
        return f"{73 + a:.1f} {top + b / 80 * (low - top):.1f}"

    return _PAIR.sub(there, data)


def _rows(text: str) -> list[str]:
    """Take rows of paths, an indented one going on with the one above; give the paths."""
    return text.replace("\n ", " ").strip().split("\n")


def _spine_picture() -> str:
    """Give the X-ray of the low back from behind."""
    rows = [(row, 67.0, "hair") for row in _rows(_PELVIS)]
    rows += [(row, 69.0, "film") for row in _rows(_HOLES)]
    for v in (12.5, 32.5, 52.5):
        rows += [(row, v, "hair") for row in _rows(_VERTEBRA)]
        rows += [(row, v, "bandage") for row in _rows(_MARKS)]
    return "".join(inked(_on_screen(row, 55, v), fill, "f s-ink") for row, v, fill in rows)
