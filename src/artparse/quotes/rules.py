"""The rules and models that decide of a quote, by the names that `--explain` gives them, in their order.

`quote/…`: why these words are a quote; `speaker/…`: which words say who speaks; `name/…`: whose name they
stand for. A test demands that each decides some case.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "quote/marks": "The words stand between quotation marks.",
    "quote/single-marks": "They stand between single ones.",
    "quote/goes-on": "They go on from the paragraph before, whose marks nothing closes.",
    "quote/unclosed": "Nothing closes their marks: they reach to the paragraph's end.",
    "quote/dash": "A dash opens them, as in dialogues of many languages.",
    "quote/label": "A speaker label opens their paragraph, as in a transcript.",
    "quote/laid-out": "The whole paragraph is set apart as a quotation, without marks.",
    "quote/said": "The weights of `nobody.txt` hold them to be somebody's words.",
    "speaker/label": "The label says who speaks.",
    "speaker/answer": "A label such as `A:` means whom the article is about.",
    "speaker/signature": "A name after a dash signs the words.",
    "speaker/cited": "A name with a year in brackets behind the words is their source.",
    "speaker/model": "The weights of `attribution.txt` chose among the words around.",
    "speaker/told": "The sentence itself tells it, as those of languages whose patterns are known do.",
    "speaker/introduced": "They chose who and a colon introduce the words.",
    "speaker/heard": "A court heard the words: they chose nobody named.",
    "speaker/review": "The trees of `review.txt` chose once more, by all quotes of the article.",
    "speaker/said-again": "Somebody says the same words later in the article.",
    "speaker/next": "A heading that is nothing but a quote is of whoever speaks next.",
    "speaker/joint": "Two persons say it together.",
    "name/new": "A name that is no other's.",
    "name/full": "Names of several words that may be one person's or body's.",
    "name/short": "A single word of a name: a last name, a given name, an acronym of its initials.",
    "name/acronym": "An acronym in brackets behind the name that it stands for.",
    "name/account": "A user's account, behind the name of its owner.",
    "name/label": "The name of a speaker label.",
    "name/author": "An `I` outside quotation marks is the one author.",
    "name/pronoun": "The person whom `he` or `she` most likely means, by a sum of weights.",
    "name/it": "The body or place whom `it` means.",
    "name/they": "The body whom `they` means.",
    "name/relative": "Whom `who` or `which` goes on to tell of.",
    "name/spokesperson": "The body that somebody speaks for.",
    "name/person": "The person whom a noun means, by roles, ages and what was said of them before.",
    "name/body": "The body whom `the company` and the like mean.",
    "name/issuer": "Who issued a document.",
    "name/ahead": "Whom the next paragraphs name, after `an expert has said`.",
}

REPORTS: Mapping[str, str] = {
    "report/cue": "The weights of `report_cues.txt` found the word, those of `report_ends.txt` the end.",
    "report/that": "What it reports begins with the `that` behind it.",
    "report/begins": "The weights of `report_starts.txt` found where what it reports begins.",
    "report/address": "The article speaks to its readers, where less is reported: the report is less sure.",
    "report/told": "The sentence itself told it all, as those of languages whose patterns are known do.",
    "report/headline": "A heading has the form `Roe: words`, `words, says Roe` or `words – Roe`.",
    "speaker/report": "The weights of `report_sources.txt` chose among the sentence's mentions, or nobody.",
    "speaker/report-again": "They were not sure: those of `report_sources_again.txt` chose.",
}
"""The same of reports; `speaker/joint` and `name/…` are those of quotes."""
