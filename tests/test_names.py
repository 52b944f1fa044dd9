"""Names: which words are one, what they name, and who is who."""

from __future__ import annotations

import pytest

from artparse.names.persons import bare, gender_of, is_person, same_given_name
from artparse.names.signing import odds, traits
from artparse.quotes.entities import coreference
from artparse.quotes.entities.entity import Entity, display
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.passages import Passage
from artparse.quotes.tokens import tokenize


def entities(text: str) -> list[Entity]:
    passages = [Passage((0, len(text)), "paragraph", 0, 0)]
    tokens = tokenize(text, passages, [])
    return coreference.find_entities(tokens, find_mentions(text, passages, tokens))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, mayor Jane Doe met Sam Roe.", {"Jane Doe", "Sam Roe"}),
        ("The case of Jane Doe is closed, and Doe left.", {"Jane Doe"}),
        ("Later Bill Sutton spoke; William Sutton smiled.", {"William Sutton"}),
        ("There Jane Doe met Mr. Doe.", {"Jane Doe", "Doe"}),
        ("Then Senator Harry M. Reid left with Reid’s aide.", {"Harry M. Reid"}),
        (
            "Yet the Civil Aviation Authority of Narnia (CAAN) agreed, CAAN said.",
            {"Civil Aviation Authority of Narnia"},
        ),
        (
            "But the Ministry of Environment, Forestry and Tourism paid.",
            {"Ministry of Environment, Forestry and Tourism"},
        ),
        ("In March the U.S. sent Daily Post reporter Ann Lee.", {"U.S.", "Daily Post", "Ann Lee"}),
        ("Meanwhile Amnesty International protested.", {"Amnesty International"}),
        ("Luckily it rained. Commercially it failed.", set()),
        ("They met Pieter van der Molen.", {"Pieter van der Molen"}),
        ("They heard C. Stuart Crane.", {"C. Stuart Crane"}),
        ("They heard Samuel Crane Jr. and Crane’s band.", {"Samuel Crane Jr."}),
        ("They met Laurence des Prés.", {"Laurence des Prés"}),
        ("They met Supervisor Alma Pedraza.", {"Alma Pedraza"}),
        ("State-owned Railnet closed; London-based Arlo moved.", {"Railnet", "Arlo"}),
        (
            "It was Lake University and, once, the University of Lake Tanna.",
            {
                "Lake University",
                "University of Lake Tanna",
            },
        ),
        ("Yet Minister of Health Anna Kask left.", {"Anna Kask"}),
        ("There DI Ann Price met Di Lee.", {"Ann Price", "Di Lee"}),
        ("Later Harper's Brewery closed.", {"Harper's Brewery"}),
        ("Later Tom Harper closed Harper's Brewery.", {"Tom Harper", "Brewery"}),
        ("Later Maria's Kitchen closed.", {"Maria's Kitchen"}),
        ("Later Norway's Brewery closed.", {"Norway", "Brewery"}),
        ("Northern Trust & Savings closed.", {"Northern Trust & Savings"}),
        (
            "Transport for the Estuary closed, and Bank of Leith.",
            {"Transport for the Estuary", "Bank of Leith"},
        ),
        ("Friends of the Harbour met Friends of Doe.", {"Friends of the Harbour", "Friends of Doe"}),
        ("There Save the Meadow met Ann Lee.", {"Save the Meadow", "Ann Lee"}),
        ("Age Scotland said so, and the Ledger-Review.", {"Age Scotland", "Ledger-Review"}),
        ("Then the Spokesman-Review said so.", {"Spokesman-Review"}),
        ("It asked the Department of Justice.", {"Department of Justice"}),
        ("It asked Doe's Department of Justice.", {"Doe", "Department of Justice"}),
        ("It asked Norway's Department of Justice.", {"Norway's Department of Justice"}),
        ("It asked the Office of the Prime Minister.", {"Office of the Prime Minister"}),
        ("It asked King's College Leith.", {"King's College Leith"}),
        ("Then Datuk Hassan Rahman met Senator the Hon. Ann Lee.", {"Hassan Rahman", "Ann Lee"}),
        ("Then Her Excellency Ann Lee rose.", {"Ann Lee"}),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    assert {display(e) for e in entities(text) if e.name} == expected


@pytest.mark.parametrize(
    ("text", "being"),
    [
        ("It was Jane Doe, 44, who called.", "person"),
        ("It was the Harlow Foundation that called.", "organization"),
        ("It was in Norway that it snowed.", "place"),
        ("It was Downing Street that called.", "place"),
        ("It was 54-year-old Kemmel Roemer who called with the Roemer.", "person"),
    ],
)
def test_what_a_name_names(text: str, being: str) -> None:
    assert [e.being for e in entities(text) if e.name] == [being]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Then UK Foreign Secretary Ann Lee rose.", "UK Foreign Secretary"),
        ("Then campaign manager Ann Lee rose.", "campaign manager"),
        ("Then Minister of Health Ann Lee rose.", "Minister of Health"),
        ("In the Commons, the MP met Ann Lee.", None),
        ("Then Ann Lee, a professor of law at Carrick, rose.", "a professor of law at Carrick"),
        ("The club’s chairwoman, Ann Lee, rose.", "The club’s chairwoman"),
        ("Then Ann Lee rose.", None),
        ("Then Senator the Hon. Ann Lee rose.", "Senator"),
        ("Then a crowd celebrating Ann Lee rose.", None),
        ("There is no denying state architect Ann Lee rose.", "state architect"),
        ("While Roe waits for another customer, Ann Lee has left.", None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    person = next(e for e in entities(text) if e.name == ("Ann", "Lee"))
    assert (person.role and text[slice(*person.role)]) == role


def test_given_names() -> None:
    assert same_given_name("Bill", "William")
    assert same_given_name("J", "Jane")
    assert not same_given_name("Anna", "Jane")
    assert [gender_of(name) for name in (("Jane", "Doe"), ("John", "Doe"), ("Doe",))] == ["f", "m", "u"]
    assert [bare(word) for word in ("Doe’s", "James'", "Doe")] == ["Doe", "James", "Doe"]
    assert [is_person(name) for name in ("Jane Doe", "Associated Press", "Jane")] == [True, False, False]


def test_odds_of_a_name_by_its_form() -> None:
    for name in ("Ridvika Arora", "Andrej Kovalik", "Lise Vannerholt"):
        assert odds(name) > 0, name
    for words in ("Fitness Trends", "Privacy Policy", "Related Articles", "Product"):
        assert odds(words) < -3, words
    assert odds("Марина Орлова") == 0.0


def test_traits_of_a_name() -> None:
    assert traits("Ann B. Roe") >= {"n3", "w=ann", "w=roe", "sfT", "smI", "slT", "y^ann", "xroe$"}
    assert {"3^ro", "3oe$", "soT"} <= traits("Roe")
