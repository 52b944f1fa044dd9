"""Whether a page says that more of the article follows for subscribers."""

from __future__ import annotations

import pytest

import artparse

TITLE = "Torness harbour board agrees to dredge northern channel"
LEAD = (
    "The harbour board of Torness agreed on Monday to dredge the northern channel before the winter storms, "
    "when ferries from the outer islands need the deeper water most."
)
MORE = (
    "Engineers had asked for the dredging since spring, when two ferries touched ground off the old pier, "
    "and the work will take about six weeks."
)


def page(*lines: str) -> str:
    return "\n\n".join((TITLE, "By Ruth Penhale", *lines, "Contact", "Privacy policy"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param((LEAD, "Subscribe to continue reading"), True, id="behind the lead"),
        pytest.param(
            (LEAD, MORE, "This article is for subscribers only. Subscribe now."),
            True,
            id="two paragraphs",
        ),
        pytest.param((LEAD, "Already have an account? Log in to continue reading."), True, id="log in"),
        pytest.param((LEAD, "Jetzt weiterlesen mit dem Abo der Küstenpost"), True, id="German"),
        pytest.param((LEAD, "Cet article est réservé aux abonnés"), True, id="French"),
        pytest.param((LEAD, MORE), False, id="no such line"),
        pytest.param(("Subscribe to continue reading", LEAD, MORE), False, id="above the article"),
        pytest.param(
            (LEAD, "Subscribe to continue reading", MORE, MORE, LEAD, MORE),
            False,
            id="in the middle",
        ),
        pytest.param((LEAD, MORE, "Subscribe to our newsletter"), False, id="a newsletter"),
        pytest.param((LEAD, MORE, "Members only", "Ferry fares to rise", "Members only"), False, id="tags"),
        pytest.param((LEAD, "Members only"), True, id="one such line"),
        pytest.param((LEAD, MORE, "Les commentaires sont réservés aux abonnés."), False, id="comments"),
        pytest.param(
            (LEAD, "“Subscribe to continue reading” is all that readers saw, the board said."),
            False,
            id="said",
        ),
        pytest.param(
            (LEAD, "The board asked its paid subscribers for help." + MORE + LEAD + MORE),
            False,
            id="prose",
        ),
    ],
)
def test_case(lines: tuple[str, ...], told: bool) -> None:
    found = {warning.code for warning in artparse.parse(page(*lines)).warnings}
    assert ("paywall" in found) is told
