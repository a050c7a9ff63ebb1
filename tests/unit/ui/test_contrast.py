"""Every theme is readable: contrast by WCAG 2.2, of text 4.5 to 1, of other parts 3 to 1."""

import re
from collections.abc import Mapping

import pytest

from annotator import resources
from annotator.ui.theme import Theme, load_theme, style_sheet

THEMES = ("light", "dark", "contrast")
# What is written in which colour, and on what it stands.
WORDS = {
    "text": ("page", "panel", "card", "selection", "row", "neutral", "warning_card"),
    "muted": ("page", "panel", "card", "row"),
    "accent": ("page", "panel", "card", "row"),
    "warning": ("warning_card",),
}
# Shapes, rules and frames.
FORMS = {"focus": ("page", "panel", "card", "row"), "accent": ("page", "panel", "track", "row")}


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(resources.path("themes", f"{request.param}.toml"))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, by their relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme: Theme, pairs: Mapping[str, tuple[str, ...]], least: float) -> list[str]:
    """Return the pairs of colours that are too close."""
    return [
        f"{front} on {back}: {ratio:.2f}"
        for front, backs in pairs.items()
        for back in backs
        if (ratio := contrast(getattr(theme, front), getattr(theme, back))) < least
    ]


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_words_can_be_read(theme: Theme) -> None:
    assert too_faint(theme, WORDS, 4.5) == []
    assert contrast(theme.text, theme.page) >= 7


def test_shapes_frames_and_bars_can_be_seen(theme: Theme) -> None:
    assert too_faint(theme, FORMS, 3) == []


def test_each_label_has_words_to_read_and_a_shape_to_see(theme: Theme) -> None:
    assert {"blue", "green", "vermillion"} <= set(theme.labels)
    for name, colours in theme.labels.items():
        assert contrast(theme.text, colours.tint) >= 4.5, name
        assert colours.tint != theme.page, name
        for back in (theme.page, theme.panel, theme.card):
            assert contrast(colours.ink, back) >= 3, (name, back)


def test_the_rule_under_an_entity_can_be_seen(theme: Theme) -> None:
    for kind, colour in theme.entities.items():
        assert contrast(colour, theme.page) >= 3, kind


def test_a_selected_row_is_not_like_the_others(theme: Theme) -> None:
    assert theme.row not in (theme.panel, theme.card, theme.page)


def test_what_the_style_sheet_writes_can_be_read(theme: Theme) -> None:
    rules = re.findall(r"([^{}]+){([^{}]*)}", style_sheet(theme))
    pairs = []
    for selector, rule in rules:
        front = re.search(r"(?<![-\w])color: (#\w+)", rule)
        back = re.search(r"background: (#\w+)", rule)
        if front and back:
            pairs.append((selector.split("*/")[-1].strip(), front.group(1), back.group(1)))
    assert len(pairs) > 8
    assert [pair for pair in pairs if contrast(*pair[1:]) < 4.5] == []
