"""What training needs can be laid out and run by a stranger: on small invented corpora."""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parent.parent / "training"
PAGE = b'<html lang="en-GB"><title>Ferry back | The Harbour</title><body><p>It sails.</p></body></html>'


@pytest.fixture
def laying(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The script, which wants one invented document of each corpus."""
    monkeypatch.syspath_prepend(str(TRAINING))
    module = importlib.import_module("lay_out_corpora")
    names = {
        "gum": ["GUM_news_ferry"],
        "fundus": ["uk_Harbour_2024_05_03"],
        "trafilatura": ["harbour.example.ferry"],
        "wcxb": ["article_0007"],
    }
    (tmp_path / "documents.json").write_text(json.dumps(names), encoding="utf-8")
    monkeypatch.setattr(module, "DOCUMENTS", tmp_path / "documents.json")
    yield module
    sys.modules.pop("lay_out_corpora", None)


def write(path: Path, content: bytes | str | object) -> None:
    """A file with these bytes, this text or this JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
    path.write_bytes(content)


def downloads(folder: Path) -> Path:
    """Clones as they are had, each with one invented document (some: one more, unwanted)."""
    for part in ("train", "dev"):
        polnear = folder / "PolNeAR" / "data" / part
        write(polnear / "text" / "harbour_ferry.txt", "It sails, Vera Holm said.\r\n")
        write(polnear / "attributions" / "harbour_ferry_1a2b.ann", "T1\tSource 10 19\tVera Holm\n")
    write(
        folder / "gum" / "dep" / "GUM_news_ferry.conllu",
        "# newpar\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n",
    )
    tests = folder / "trafilatura" / "tests"
    entry = {
        "with": ["It sails."],
        "without": ["Log in"],
        "author": "Vera Holm; Jon Aske",
        "date": "2024-05-03",
    }
    pages = {
        "https://harbour.example/ferry": {
            "file": "harbour.example.ferry.html",
            "title": "Ferry back",
            **entry,
        },
        "https://harbour.example/other": {"file": "harbour.example.other.html", **entry},
    }
    write(tests / "evaldata.json", pages)
    write(tests / "eval" / "harbour.example.ferry.html", PAGE)
    write(tests / "cache" / "harbour.example.other.html", PAGE)
    fundus = folder / "fundus" / "tests" / "resources" / "parser" / "test_data" / "uk"
    sections = [{"headline": ["At noon"], "paragraphs": ["It sails."]}]
    version = {
        "authors": ["Vera Holm"],
        "body": {"summary": [], "sections": sections},
        "publishing_date": "2024-05-03 08:00:00+00:00",
        "title": "Ferry back",
    }
    write(fundus / "Harbour.json", {"V2": version, "V1": {**version, "title": "An older one"}})
    write(fundus / "Harbour_2023_01_01.html.gz", gzip.compress(PAGE))
    write(fundus / "Harbour_2024_05_03.html.gz", gzip.compress(PAGE))
    wcxb = folder / "web-content-extraction-benchmark" / "dev"
    truth = {
        "title": "Ferry back",
        "author": None,
        "main_content": "It sails.",
        "with": ["It"],
        "without": ["Log in"],
    }
    for number, kind in (("0007", "article"), ("0008", "forum")):
        page = {"_internal": {"page_type": {"primary": kind}}, "ground_truth": truth}
        write(wcxb / "ground-truth" / f"{number}.json", {"url": "https://www.harbour.example/7", **page})
        write(wcxb / "html" / f"{number}.html.gz", gzip.compress(PAGE))
    return folder


LAID_OUT = ["polnear", "gum", "fundus", "trafilatura", "wcxb"]


def test_downloads_are_laid_out_as_training_reads_them(
    laying: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "corpora"
    assert laying.lay_out(LAID_OUT, downloads(tmp_path / "had"), into, lambda markup: "It sails.\n") == 0
    assert capsys.readouterr().out.splitlines() == [
        "polnear: train: 1 articles, dev: 1 articles",
        "gum: 1 documents",
        "fundus: 1 pages",
        "trafilatura: 1 pages",
        "wcxb: 1 pages",
    ]
    assert (into / "polnear/train/text/harbour_ferry.txt").read_bytes().endswith(b"said.\r\n")
    shared = {"language": "en", "title": "Ferry back"}
    also = {"title_also": ["Ferry back", "Ferry back | The Harbour"]}
    gold = {corpus: json.loads((into / corpus / "gold.json").read_bytes()) for corpus in LAID_OUT[2:]}
    assert gold["fundus"] == {
        "uk_Harbour_2024_05_03": {
            **shared,
            **also,
            "authors": ["Vera Holm"],
            "published": "2024-05-03",
            "sections": [{"heading": "At noon", "paragraphs": ["It sails."]}],
            "summary": [],
        }
    }
    assert gold["trafilatura"] == {
        "harbour.example.ferry": {
            **shared,
            "authors": ["Vera Holm", "Jon Aske"],
            "published": "2024-05-03",
            "contains": ["It sails."],
            "lacks": ["Log in"],
            "url": "https://harbour.example/ferry",
        }
    }
    assert gold["wcxb"] == {
        "article_0007": {
            **shared,
            **also,
            "body": "It sails.",
            "contains": ["It"],
            "domain": "harbour.example",
            "kind": "article",
            "lacks": ["Log in"],
        }
    }
    for corpus in LAID_OUT[2:]:
        (name,) = gold[corpus]
        assert gzip.decompress((into / corpus / "html" / f"{name}.html.gz").read_bytes()) == PAGE
        assert (into / corpus / "text" / f"{name}.txt").read_bytes() == b"It sails.\n"


@pytest.mark.parametrize(
    ("corpus", "taken", "said"),
    [
        ("polnear", "PolNeAR", "no folder "),
        ("polnear", "PolNeAR/data/dev/attributions/harbour_ferry_1a2b.ann", "no *.ann in "),
        ("gum", "gum/dep/GUM_news_ferry.conllu", "no file "),
        ("trafilatura", "trafilatura/tests/evaldata.json", "no file "),
        ("trafilatura", "trafilatura/tests/eval/harbour.example.ferry.html", "1 of 1 pages not found"),
        ("fundus", "fundus/tests/resources/parser/test_data/uk/Harbour_2023_01_01.html.gz", "1 of 1 pages"),
        ("wcxb", "web-content-extraction-benchmark/dev/html/0007.html.gz", "1 of 1 pages not found"),
        ("newsquotes", "", "no folder "),
        ("wikinews_de", "", "no folder "),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    laying: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    corpus: str,
    taken: str,
    said: str,
) -> None:
    had = downloads(tmp_path / "had")
    if taken:
        (had / taken).rename(tmp_path / "taken")
    assert laying.lay_out([corpus], had, tmp_path / "corpora", lambda markup: "") == 1
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith(f"{corpus}: missing: {said}")
    assert line.endswith(f"(had from {laying.CORPUS[corpus].address})")
