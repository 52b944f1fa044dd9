"""Hard-wrapped lines joined to paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artparse.layout.lines.units import heard, units_of
from artparse.reading import read

PARAGRAPHS = [
    "The county has three choices, and every one of them costs more than the county has in the bank.",
    "It can raise the road, which the engineers say would take four summers and most of its budget.",
    "It can build a bridge, or it can let the tide have the road and buy out the forty families here.",
]


def texts(text: str) -> list[str]:
    document = read(text)
    return [unit.text for unit in units_of(document.text, document.blocks)]


@pytest.mark.parametrize("width", [60, 65, 72, 78])
@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_one_again(width: int, indent: str, newline: str) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(p, width, initial_indent=indent, subsequent_indent=indent) for p in PARAGRAPHS
    )
    assert texts(("A headline\n\n" + wrapped).replace("\n", newline)) == ["A headline", *PARAGRAPHS]


def test_a_first_line_indented_opens_a_paragraph() -> None:
    wrapped = "\n".join(textwrap.fill(p, 70, initial_indent="   ") for p in PARAGRAPHS)
    assert texts(wrapped) == PARAGRAPHS


def test_an_address_longer_than_the_width_does_not_hide_it() -> None:
    address = "https://brief.example/" + "x" * 120
    wrapped = "\n\n".join(textwrap.fill(p, 70) for p in PARAGRAPHS)
    assert texts(f"{wrapped}\n\n{address}") == [*PARAGRAPHS, address]


def test_list_items_stay_apart() -> None:
    items = "\n".join(textwrap.fill("* " + p, 70, subsequent_indent="  ") for p in PARAGRAPHS)
    assert texts(items) == ["* " + p for p in PARAGRAPHS]


def test_lines_that_were_not_wrapped_stay_apart() -> None:
    menu = "Home\nNews\nSport\nBusiness\n"
    assert texts(menu + "\n".join(PARAGRAPHS)) == ["Home", "News", "Sport", "Business", *PARAGRAPHS]


def test_refrains_and_rules_are_not_heard() -> None:
    paragraphs = [f"{p} {p}" for p in PARAGRAPHS + PARAGRAPHS[:1]]
    document = read("\n".join(f"{p}\nArticle content\n* * *" for p in paragraphs))
    units = units_of(document.text, document.blocks)
    assert [units[i].text for i in heard(units)] == paragraphs


@given(st.text(alphabet=" \n\r\tab.*–\u3000\u200b", max_size=300))
def test_units_hold_every_character(text: str) -> None:
    if not text.strip():
        return
    document = read(text)
    units = units_of(document.text, document.blocks)
    outside = list(document.text)
    for unit in units:
        outside[slice(*unit.span)] = " " * (unit.span[1] - unit.span[0])
    assert not "".join(outside).strip()
    assert [u.span for u in units] == sorted(u.span for u in units)


def test_headline_said_often_outside_the_article_is_heard() -> None:
    headline, article = "A road under water", "\n\n".join(f"{p} {p}" for p in PARAGRAPHS)
    document = read("\n\n".join([headline, "Home", headline, headline, article, headline, "More", headline]))
    units = units_of(document.text, document.blocks)
    assert len(heard(units)) == len(units)


@pytest.mark.parametrize("below", ["By Mara Quill", "Mara Quill", "Mara Quill and Ines Palk"])
def test_a_full_line_is_parted_from_a_credit_below_it(below: str) -> None:
    headline = "Sunday ferry stops at the island until the ice has left the old harbour"
    width = len(headline) + 2
    body = [" ".join(PARAGRAPHS)] * 3
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in body)
    assert texts(f"{headline}\n{below}\nNews\n\n{wrapped}") == [headline, below, "News", *body]


def test_a_headline_of_two_lines_stays_one() -> None:
    headline = "Sunday ferry stops at the island until all of the ice has left the Harbour of Palk"
    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in [headline, "By Mara Quill", *PARAGRAPHS])
    assert texts(wrapped) == [headline, "By Mara Quill", *PARAGRAPHS]


def test_lines_of_a_script_without_spaces_stay_apart() -> None:
    menu = [
        "政治 社会 芸能 スポーツ ライフ 経済 健康 コミック 競馬",
        "新聞 デジタル スポーツ その他のニュース 記事 一覧",
    ] * 4
    lines = [*menu, *["港の氷が消えるまで日曜日の船は島へ行かないと、港の事務所が月曜日に発表した。" * 3] * 5]
    assert texts("\n".join(lines)) == lines


def test_small_letters_behind_full_lines_tell_a_wrapped_text() -> None:
    # As many lines are long and have room for the next word as have none.
    items = ["Anna Berg, Tom Reeve, Ines Palk and Joe Bell: speakers"] * 4
    wrapped = [textwrap.fill(" ".join(PARAGRAPHS), 60)]
    assert texts("\n".join([*items, "", *wrapped])) == [*items, " ".join(PARAGRAPHS)]
