"""Going home: the driver at the wheel, the patient in the back, the advice sheet magnified.

In: the chosen layers. Out: the sheet. The car faces left; its windows are holes, so that the
people behind them show.
"""

from __future__ import annotations

from app.figures.anatomy_parts import shape
from app.figures.sheet import Sheet, Spot
from app.figures.strokes import drawn, placed

_STREET = """
-sac M48 8L352 8C359 8 364 13 364 20L364 350L36 350L36 20C36 13 41 8 48 8Z
fibre M116 74L116 44L130 44L130 74Z
bone M46 106L146 106L146 350L46 350Z
muscle M38 108L58 60L134 60L156 108Z
sac M58 132L84 132L84 174L58 174Z
sac M106 132L132 132L132 174L106 174Z
thin M71 132L71 174M58 150L84 150M119 132L119 174M106 150L132 150
line M54 174L88 174M102 174L136 174
sac M58 190L84 190L84 240L58 240Z
sac M106 190L132 190L132 240L106 240Z
thin M71 190L71 240M119 190L119 240M58 207L84 207M106 207L132 207
cut M334 190L344 190L346 340L332 340Z
-scrubs M364 70C356 60 342 62 338 74C326 76 320 88 325 100C314 108 308 128 314 148
 C302 156 300 176 310 188C306 204 318 218 334 214C342 222 356 222 364 212Z
line M364 70C356 60 342 62 338 74C326 76 320 88 325 100C314 108 308 128 314 148
 C302 156 300 176 310 188C306 204 318 218 334 214C342 222 356 222 364 212
thin M340 160C346 168 356 168 362 160M326 186C332 192 340 192 346 186
thin M336 122C340 128 348 128 352 122
-disc M36 220C50 214 60 222 74 218C92 212 108 222 126 218C146 214 160 222 180 218
 C200 214 214 222 232 218C250 213 268 222 286 218C306 214 322 222 340 218C350 216 358 218 364 220
 L364 352L36 352Z
line M36 220C50 214 60 222 74 218C92 212 108 222 126 218C146 214 160 222 180 218
 C200 214 214 222 232 218C250 213 268 222 286 218C306 214 322 222 340 218C350 216 358 218 364 220
-steel M36 346L364 346L364 400L36 400Z
-tool M36 400L364 400L364 424C364 429 360 432 356 432L44 432C40 432 36 429 36 424Z
line M36 346L364 346M36 400L364 400
"""
_SEAT = """
cloth2 M4 -20C4 -24 14 -24 15 -20L17 -6C17 -3 7 -2 6 -6Z
cloth2 M4 0C6 -3 18 -3 20 0C24 10 28 24 30 40L6 40C8 26 6 12 4 0Z
"""
_PROFILE = """
skin M-2 8C-2 13 -3 17 -5 20L9 22L9 8Z
skin M-9 -9C-10 -5 -10 -3 -10 -1C-12 2 -14 4 -14 5C-14 6 -12 7 -11 7C-12 8 -11 9 -11 10
 C-12 14 -9 15 -6 15C-3 15 0 14 2 12L9 8L9 -10C4 -15 -6 -15 -9 -9Z
"""
_OLD_HEAD = (
    _PROFILE
    + """
hair M-10 -7C-9 -13 -3 -16 3 -15C12 -14 16 -6 14 2C13 7 11 11 7 12C5 10 5 7 6 4C5 1 2 1 1 -1
 C0 -4 -1 -7 -4 -8Z
skin M2 1C4 -1 8 0 7 4C6 8 3 8 2 6
line M-11 1C-11 -2 -5 -2 -5 1C-5 5 -11 5 -11 1ZM-5 0L3 1M-10 9.5C-9 11.5 -6.5 11.5 -5 9.5
"""
)
_DRIVER_HEAD = (
    _PROFILE
    + """
hair2 M-11 10C-12 15 -9 17 -5 16C0 16 5 13 6 8L3 0C1 4 -1 6 -4 7C-7 6 -9 7 -11 8Z
hair2 M-10 -6C-12 -12 -5 -18 3 -16C12 -15 15 -7 13 0C12 5 10 9 7 9C7 7 6 3 4 0C2 0 1 -2 1 -5
 C-2 -8 -6 -8 -10 -6Z
skin M2 1C4 -1 8 0 7 4C6 8 3 8 2 6
ink M-8.5 0C-8.5 -2 -5.5 -2 -5.5 0C-5.5 2 -8.5 2 -8.5 0Z
line M-10 -3C-8 -5 -6 -5 -4 -4M-10 10C-9 12 -6.5 12 -5 10
"""
)


def _driver() -> str:
    """Give the driver in the front seat, belted, both hands on the wheel."""
    code = placed(_SEAT, 172, 294)
    code += drawn("""
knit M160 302C166 298 178 298 184 304C190 312 192 322 192 336L152 336C152 322 154 310 160 302Z
""")
    code += placed(_DRIVER_HEAD, 166, 282)
    return code + drawn("""
bone M206 278L206 284L184 303L160 330L154 330L180 299Z
knit M164 308C157 311 150 311 145 310L145 303C150 304 156 303 161 301Z
skin M146 302C140 301 137 304 138 307C139 310 143 311 146 310Z
tool M136 297C138 296 140 297 141 299L153 327L149 329L135 301C134 299 134 298 136 297Z
knit M170 306C178 304 182 312 178 318C172 328 160 327 150 323L151 315C158 316 164 313 170 306Z
skin M151 323C146 325 140 321 140 317C140 313 146 312 152 315Z
""")


def _patient() -> str:
    """Give the patient in the back seat, belted, the sheet in hand."""
    code = placed(_SEAT, 278, 294)
    code += drawn("""
cloth M264 302C270 298 284 298 290 304C296 312 298 322 298 336L256 336C256 322 258 310 264 302Z
""")
    code += placed(_OLD_HEAD, 270, 282)
    return code + drawn("""
bone M303 286L304 292L291 303L266 330L260 330L287 299Z
bandage M220 300L236 304L232 328L216 324Z
cloth M274 308C282 306 286 314 282 320C272 330 256 328 244 324L245 316C256 318 266 316 274 308Z
skin M246 324C240 326 232 323 232 319C232 315 240 313 247 316Z
""")


_BODY = """
M62 378C55 374 53 366 53 358C53 344 56 334 64 331C82 325 100 322 114 317L149 261
C152 255 158 252 166 251C214 246 266 246 310 251C320 252 326 257 328 266L340 314
C346 324 349 338 349 352L349 372C349 378 346 380 341 380L333 380C333 334 267 334 267 380
L141 380C141 334 75 334 75 380L70 380C66 380 64 379 62 378Z
M124 322L155 270C158 264 162 261 168 260.5C181 259 194 258.5 206 258L206 322Z
M215 322L215 258C240 257.5 266 258 290 259.5L303 322Z
M311 322L298 260C303 260 306 260.5 309 261C315 262 318 265 320 271L331 318C331 320 330 322 328 322Z
"""
_UNDER = """
-cloth2 M75 380C75 334 141 334 141 380L267 380C267 334 333 334 333 380L326 386L82 386Z
"""
_TRIM = """
line M210.5 252L210.5 378M118 322L121 345M306 326L309 345
tool M278 334L294 334L294 339L278 339Z
tool M186 334L202 334L202 339L186 339Z
fat M58 338C66 333 78 332 83 335C79 343 68 348 56 348Z
muscle M341 316C346 326 348 334 348.5 344L341 344C340 334 338 324 337 316Z
cartilage M116 318C114 310 118 305 126 306L134 308L132 320Z
steel M54 362L66 362C70 362 70 370 66 370L55 370Z
steel M349 362L341 362C337 362 337 370 341 370L349 370Z
"""


def _set(code: str) -> str:
    """Take the drawing code of the car or of who sits in it; give it set on the road."""
    return f'<g transform="translate(-13 -16.2) scale(1.06)">{code}</g>'


def _disc(x: float, radius: float, fill: str, line: str = "l") -> str:
    """Take where a wheel stands and a radius; give the round piece of it."""
    ring = f'cx="{x}" cy="377" r="{radius}"'
    return f'<circle class="{fill}" {ring}/><circle class="{line}" {ring}/>'


def _car() -> str:
    """Give the car; its windows are holes."""
    body = _BODY.strip().replace("\n", " ")
    code = (
        drawn(_UNDER)
        + shape(body, "lobule", 'fill-rule="evenodd"')
        + shape(body, "l o")
        + drawn(_TRIM)
    )
    for x in (108, 300):
        code += _disc(x, 27, "tool", "l o") + _disc(x, 16, "steel") + _disc(x, 5, "tool")
    return code


_PAPER = """
bandage M208 42L284 38L292 160L214 164Z
bold M222 58L250 56.5
line M234 72L274 69.500M235 84L266 82M236 96L276 93.500M237 108L262 106.5
ink M222 72.500C222 69 228 69 228 72.500C228 76 222 76 222 72.500Z
ink M223.5 96.500C223.5 93 229.5 93 229.5 96.500C229.5 100 223.5 100 223.5 96.500Z
line M250 138L280 136M251 148L272 146.5
cloth M292 152C304 150 318 154 332 166L330 206L276 196C272 186 276 170 284 164Z
skin M260 148C262 144 268 144 272 147C280 148 292 150 300 158C302 172 296 182 284 184
 C274 182 268 176 264 168C262 160 264 156 274 156C268 154 260 153 260 148Z
"""
_HANDSET = """
root M-15 -1C-16 -11 -10 -13.5 0 -13.5C10 -13.5 16 -11 15 -1L14 3C12.5 5 6.5 5 6 1.5L6 -3.5
 C2.5 -6 -2.5 -6 -6 -3.5L-6 1.5C-6.5 5 -12.5 5 -14 3Z
"""


def _sheet() -> str:
    """Give the advice sheet, magnified in a ring."""
    ring, spot = 'cx="248" cy="108" r="80"', 'cx="229" cy="317" r="15"'
    beam = shape("M220 183L217 307M270 185L240 307", "f s-ink")
    return (
        f'{beam}<circle class="halo" {spot}/><circle class="l o" {spot}/>'
        f'<clipPath id="car-ring"><circle {ring}/></clipPath><circle class="gap" {ring}/>'
        f'<g clip-path="url(#car-ring)">{drawn(_PAPER)}{placed(_HANDSET, 234, 140, -40)}</g>'
        f'<circle class="l o" {ring}/>'
    )


def car(shown: frozenset[str]) -> Sheet:
    """Take the chosen layers; give the sheet."""
    layers = {
        "street": drawn(_STREET),
        "driver": _set(_driver()),
        "patient": _set(_patient()),
        "car": _set(_car()),
        "sheet": _sheet(),
    }
    return Sheet(layers, _SPOTS)


_SPOTS = {
    "driver": Spot(170, 312, "left"),
    "patient": Spot(293, 319, "right"),
    "car": Spot(96, 344, "left"),
    "aftercare_sheet": Spot(281, 92, "right"),
}
