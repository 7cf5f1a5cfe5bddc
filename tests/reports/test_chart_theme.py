import itertools

from comity.assess.matching import LABELS
from comity.reports.chart_theme import LABEL_COLOURS, LABEL_SHAPES, STEPS


def lightness(colour: str) -> float:
    """Relative luminance by WCAG's formula."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_label_has_a_colour_and_a_shape_of_its_own():
    assert set(LABEL_COLOURS) == set(LABEL_SHAPES) == set(LABELS)
    assert len(set(LABEL_COLOURS.values())) == len(set(LABEL_SHAPES.values())) == 4


def test_steps_keep_their_order_in_grey():
    light = [lightness(colour) for colour in STEPS]
    assert light == sorted(light, reverse=True)
    assert all(a / b > 1.25 for a, b in itertools.pairwise(light))
