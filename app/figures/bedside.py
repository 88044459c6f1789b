"""A bay of the day ward from the side: getting ready on the edge of the bed, resting in it after.

In: the chosen layers. Out: the sheet. One scale, 1.7 units to a centimetre: mattress 60 cm above
the floor, adults 165 to 172 cm. The bay stays put; only the backrest moves with the person.
"""

from __future__ import annotations

from app.figures.anatomy_parts import shape
from app.figures.bedside_people import (
    BLANKET_TOP,
    FINGER,
    PEN_HAND,
    patient_resting,
    patient_sitting,
)
from app.figures.bedside_staff import nurse_arm, nurse_behind, nurse_ready, visitor
from app.figures.sheet import Sheet, Spot
from app.figures.strokes import drawn

_WALLS = """
-wall M46 8L354 8C360 8 364 12 364 18L364 386L36 386L36 18C36 12 40 8 46 8Z
-disc M36 226L364 226L364 386L36 386Z
-cut M36 219L364 219L364 227L36 227Z
faint M36 219L364 219M36 227L364 227
-floor M36 386L364 386L364 422C364 428 360 432 354 432L46 432C40 432 36 428 36 422Z
faint M36 386L364 386
cartilage M306 36C318 39 348 39 360 36L361 374C355 378 349 370 342 374C335 378 330 370 323 374
 C316 378 311 371 304 374C306 260 308 140 306 36Z
-sac M315 38L324 38.4C326 150 323 260 325 373C320 375 317 376 314 375.4C316 250 313 140 315 38Z
-sac M339 38L348 37.4C346 150 350 260 348 372C345 372.8 343 374 340 375C342 260 343 140 339 38Z
faint M324 38.4C326 150 323 260 325 373M348 37.4C346 150 350 260 348 372
faint M315 38C313 140 316 250 314 375M339 38C343 140 342 260 340 375
line M310 29L310 37M322 29L322 38M334 29L334 38M346 29L346 38M357 29L357 37
line M306 36C318 39 348 39 360 36
steel M262 22L364 22L364 28L262 28Z
"""
_MONITOR = """
steel M217 44C217 41 229 41 229 44L229 98C229 101 217 101 217 98Z
steel M204 66L223 64L223 76L204 78Z
tool M115 30L200 30C204 30 206 32 206 36L206 102C206 106 204 108 200 108L115 108
 C111 108 109 106 109 102
 L109 36C109 32 111 30 115 30Z
film M117 38L198 38L198 96L117 96Z
line M187 102L197 102M173 102L179 102
"""
_TRACES = (
    ("s-trace", "M121 60L133 60C135 55 138 55 140 60L144 60L147 64L151 43L155 67L157 60L165 60"
     "C168 55 171 55 173 60L176 60L179 64L183 43L187 67L189 60L194 60"),
    ("s-bandage", "M121 84C126 72 131 72 135 80C138 86 141 84 143 84C148 72 153 72 157 80"
     "C160 86 163 84 165 84C170 72 175 72 179 80C182 86 185 84 187 84C190 77 192 75 194 75"),
)  # fmt: skip
_FRAME = """
tool M84 379L300 379L306 389L78 389Z
steel M110 338L134 338L140 379L104 379Z
steel M250 338L274 338L280 379L244 379Z
steel M56 328L328 328C331 328 331 338 328 338L56 338C53 338 53 328 56 328Z
steel M324 282L334 282C337 282 337 340 334 340L324 340Z
"""
_RAIL_DOWN = """
steel M158 338L164 338L164 352L184 352L184 338L189 338L189 352L221 352L221 338L226 338L226 352
 L246 352L246 338L252 338L252 358L158 358Z
"""
_FLAT = """
bandage M60 309L324 309C328 309 328 329 324 329L60 329C52 329 52 309 60 309Z
bone M60 307C56 300 58 293 66 293C78 290 92 291 100 294C106 298 104 306 100 309
 C86 311 70 311 60 307Z
"""
_RAISED = """
steel M92 278L98 276L110 330L104 330Z
steel M142 328L52 252L58 245L150 322Z
bandage M154 309L324 309C328 309 328 329 324 329L150 329C144 329 140 327 136 324L46 249
 C40 242 48 227 58 231Z
bone M57 238C47 232 45 212 54 204C61 198 71 203 79 210C90 219 102 230 104 238C105 246 98 252 90 250
 C78 248 66 244 57 238Z
"""
_FAR_RAIL = """
steel M172 240L244 240C248 240 248 247 244 247L172 247C168 247 168 240 172 240Z
steel M178 247L183 247L183 300L178 300ZM232 247L237 247L237 300L232 300Z
"""
_FORM = """
cut M224 243L258 233L276 284L242 295Z
bandage M228 249L256 240.6L271.6 281.6L244 290Z
steel M233 244L250 238.6L252 244.6L235 250Z
thin M235 256L257 249.4M253 258L259.4 256M255 264L262 262M239 273L242 282
line M249 283.6C252 276 254 286 256 280C258 276 260 282 263 276
"""
_PEN = """
tool M238 250L242.4 247.6L260.6 271L263 276.6L257 274Z
"""
_DRIP = """
tool M58 84L62 84L62 408L58 408Z
line M60 86C60 77 74 76 75 85C75 89 70 90 69 87M60 86C60 77 46 76 45 85C45 89 50 90 51 87
tool M41 415L57 404L63 404L79 415L79 420L63 411L57 411L41 420Z
"""
_BAG = """
line M70 100C70 94 69 89 73 87C77 89 78 94 78 100
glass M66 99L82 99C86 99 88 102 88 106L88 142C88 150 82 154 74 154C66 154 60 150 60 142L60 106
 C60 102 62 99 66 99Z
-liquid M61 118C70 121 78 115 87 118L87 142C87 149 81 153 74 153C67 153 61 149 61 142Z
thin M60 118C70 121 78 115 88 118M80 128L88 128M80 137L88 137
steel M71 154L77 154L77 170C77 174 71 174 71 170Z
"""
_TUBES = {
    "sitting": "M74 173C74 240 64 330 88 330C108 330 114 300 122 283",
    "resting": "M74 173C74 210 120 250 150 284",
}
_CABLE = "M150 108C149 160 149 208 159 234C170 262 224 262 221 284C220 293 213 296.4 207 294.6"


def _hose(data: str) -> str:
    """Take a line; give it as a thin clear tube."""
    wall = shape(data, "l", 'style="stroke-width:3.6"')
    return wall + shape(data, "f s-bore", 'style="stroke-width:1.6"')


def _feet() -> str:
    """Give the wheels of the drip stand."""
    return "".join(
        f'<circle class="{kind}" cx="{x}" cy="421" r="3.6"/>'
        for x in (44, 76)
        for kind in ("tool", "l")
    )


def _castors() -> str:
    """Give the wheels of the bed."""
    return "".join(
        f'<circle class="{kind}" cx="{x}" cy="400" r="{r}"/>'
        for x in (92, 292)
        for kind, r in (("tool", 11), ("l", 11), ("bore", 3.5))
    )


def _monitor(joined: bool) -> str:
    """Take whether it is in use; give the monitor: a heart trace above, a pulse below."""
    traces = _TRACES if joined else ()
    return drawn(_MONITOR) + "".join(
        shape(data, f"f {colour}", 'style="stroke-width:1.8"') for colour, data in traces
    )


_SPOTS = {
    "monitor": Spot(113, 66, "left"),
    "bed": Spot(66, 334, "left"),
    "patient": Spot(106, 240, "left"),
    "consent_form": Spot(249, 290, "right"),
    "drip": Spot(64, 122, "left"),
    "nurse": Spot(349, 222, "right"),
    "driver": Spot(347, 286, "right"),
}
_RESTING_SPOTS = {"nurse": Spot(280, 182, "right"), "patient": Spot(112, 250, "left")}
# Where the watching nurse, beyond the bed, can be seen: above the blanket, through the side rail
# and the frame, and on the floor under them.
_FAR = (
    '<clipPath id="bedside-far"><path transform="translate(0 -0.8)" '
    f'd="M150 8L364 8L364 290{BLANKET_TOP}L168 258L150 246Z"/>'
    '<path d="M164 340L184 340L184 351L164 351ZM189 340L221 340L221 351L189 351Z'
    "M226 340L246 340L246 351L226 351ZM140 359L246 359L244 378L140 378Z"
    'M140 390L281 390L281 430L140 430Z"/></clipPath>'
)


def bedside(shown: frozenset[str]) -> Sheet:
    """Take the chosen layers; give the sheet."""
    resting = "patient_resting" in shown
    watching = f'{_FAR}<g clip-path="url(#bedside-far)">{nurse_behind()}{drawn(_FAR_RAIL)}</g>'
    layers = {
        "walls": drawn(_WALLS),
        "monitor": _monitor(joined=resting),
        "bed": _bed(resting),
        "patient_sitting": patient_sitting(),
        "patient_resting": patient_resting() + shape(_CABLE, "f s-root", 'style="stroke-width:2"'),
        "form": drawn(_FORM + (_PEN if resting else PEN_HAND + _PEN + FINGER)),
        "drip": _drip(resting),
        "nurse_ready": nurse_ready(),
        "nurse_watching": watching + nurse_arm(),
        "visitor": visitor(),
    }
    return Sheet(layers, _SPOTS | (_RESTING_SPOTS if resting else {}))


def _bed(raised: bool) -> str:
    """Take whether the backrest is up; give the bed, with its far rail up then."""
    mattress = drawn((_RAISED if raised else _FLAT) + _RAIL_DOWN)
    return drawn(_FAR_RAIL if raised else "") + drawn(_FRAME) + _castors() + mattress


def _drip(resting: bool) -> str:
    """Take how the person is; give the drip with its tube to the arm."""
    tube = _hose(_TUBES["resting" if resting else "sitting"])
    return drawn(_DRIP) + _feet() + tube + drawn(_BAG)
