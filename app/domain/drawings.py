"""What each drawing can show: its layers from back to front, and where each of its parts lies.

The content names layers and parts; the code in `figures` draws them. This is the one list that
both keep to: the check refuses a scene that names anything else, and a test draws everything here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shows:
    """What one drawing can show.

    Attributes:
        layers: names of its layers, from back to front.
        parts: part that can carry a label -> the layers that show it; one of them is enough.
        one_of: groups of layers of which a scene shows exactly one.
        needs: layer -> the layers of which at least one must be shown with it.

    """

    layers: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    one_of: tuple[tuple[str, ...], ...] = ()
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def showing(self, part: str, layers: frozenset[str]) -> bool:
        """Return whether a part can be seen with these layers."""
        return not layers.isdisjoint(self.parts[part])


_LIGAMENTS = ("ligament_thick", "ligament_one_side", "ligament_both_sides")

DRAWINGS: dict[str, Shows] = {
    "cross_section": Shows(
        layers=(
            "skin", "fat", "muscle", "vertebral_body", "disc", "epidural_fat", *_LIGAMENTS,
            "contrast_one_side", "contrast_both_sides", "sac", "tube", "other_tube", "bones",
            "notch", "other_notch", "chips", "bone_tool", "hollow", "ligament_tool", "other_hollow",
            "other_ligament_tool", "passes", "bandage",
        ),
        parts={
            "skin": ("skin",),
            "fat": ("fat",),
            "muscle": ("muscle",),
            "spinous_process": ("bones",),
            "lamina": ("bones",),
            "facet_joint": ("bones",),
            "ligamentum_flavum": _LIGAMENTS,
            "epidural_fat": ("epidural_fat",),
            "dural_sac": ("sac",),
            "nerve_roots": ("sac",),
            "disc": ("disc",),
            "vertebral_body": ("vertebral_body",),
            "contrast": ("contrast_one_side", "contrast_both_sides"),
            "tube": ("tube", "other_tube"),
            "notch": ("notch",),
            "bone_chips": ("chips",),
            "bone_tool": ("bone_tool",),
            "ligament_tool": ("ligament_tool", "other_ligament_tool"),
            "passes": ("passes",),
            "bandage": ("bandage",),
        },
        one_of=(_LIGAMENTS,),
        # The slice lies at the tight place: no contrast runs there past a ligament that is thick.
        needs={"contrast_one_side": _LIGAMENTS[1:], "contrast_both_sides": _LIGAMENTS[2:]},
    ),
    "side_view": Shows(
        layers=(
            "skin", "fat", "muscle", "bodies", "discs", "epidural_fat", "contrast", "sac",
            "ligament", "arches", "spinous_processes", "levels", "numbing", "contrast_needle",
        ),
        parts={
            "skin": ("skin",),
            "fat": ("fat",),
            "muscle": ("muscle",),
            "vertebral_body": ("bodies",),
            "disc": ("discs",),
            "epidural_fat": ("epidural_fat",),
            "contrast": ("contrast",),
            "dural_sac": ("sac",),
            "nerve_roots": ("sac",),
            "ligamentum_flavum": ("ligament",),
            "lamina": ("arches",),
            "spinous_process": ("spinous_processes",),
            "numbing_needle": ("numbing",),
            "numbed_area": ("numbing",),
            "contrast_needle": ("contrast_needle",),
        },
    ),
    "room": Shows(
        layers=(
            "walls", "screen", "spine_picture", "c_arm", "table", "patient", "pillows", "drape",
            "beam", "xray_operator", "doctor", "nurse",
        ),
        parts={
            "screen": ("screen",),
            "spine_picture": ("spine_picture",),
            "c_arm": ("c_arm",),
            "xray_table": ("table",),
            "patient": ("patient",),
            "pillows": ("pillows",),
            "drape": ("drape",),
            "beam": ("beam",),
            "xray_operator": ("xray_operator",),
            "doctor": ("doctor",),
            "nurse": ("nurse",),
        },
    ),
    "table": Shows(
        layers=(
            "clinic", "home", "nurse", "driver", "patient", "table", "medicines", "allergies",
            "evening",
        ),
        parts={
            "patient": ("patient",),
            "nurse": ("nurse",),
            "driver": ("driver",),
            "medicine_list": ("medicines",),
            "pill_bottles": ("medicines",),
            "pill_box": ("medicines",),
            "allergy_list": ("allergies",),
            "dye_bottle": ("allergies",),
            "thermometer": ("allergies",),
            "clock": ("evening",),
            "empty_plate": ("evening",),
            "water": ("evening",),
        },
        one_of=(("clinic", "home"),),
    ),
    "bedside": Shows(
        layers=(
            "walls", "monitor", "bed", "patient_sitting", "patient_resting", "form", "drip",
            "nurse_ready", "nurse_watching", "visitor",
        ),
        parts={
            "monitor": ("monitor",),
            "bed": ("bed",),
            "patient": ("patient_sitting", "patient_resting"),
            "consent_form": ("form",),
            "drip": ("drip",),
            "nurse": ("nurse_ready", "nurse_watching"),
            "driver": ("visitor",),
        },
        one_of=(("patient_sitting", "patient_resting"),),
    ),
    "car": Shows(
        layers=("street", "driver", "patient", "car", "sheet"),
        parts={
            "driver": ("driver",),
            "patient": ("patient",),
            "car": ("car",),
            "aftercare_sheet": ("sheet",),
        },
    ),
}  # fmt: skip
"""Every drawing by its name."""
