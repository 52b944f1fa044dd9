"""Lay out the corpora that training reads, from what was downloaded.

    python training/lay_out_corpora.py DOWNLOADS [--into ../shared/corpora] [--only NAME ...]
    python training/lay_out_corpora.py --check [--into ../shared/corpora] [--only NAME ...]

DOWNLOADS holds the clones under the names that `git clone` gives them. Each corpus prints one line: what was
laid out, or what is missing and where it is had. `--check` only looks at what is laid out already. The status
is 1 when anything is missing.

    folder in DOWNLOADS                what is read there
    PolNeAR                            data/{train,dev}/{text,attributions}
    gum                                dep/NAME.conllu
    trafilatura                        tests/evaldata.json, tests/{cache,eval}/FILE
    fundus                             tests/resources/parser/test_data/COUNTRY/*.json and *_DATE.html.gz
    web-content-extraction-benchmark   dev/ground-truth/NNNN.json, dev/html/NNNN.html.gz

Nothing is made of newsquotes and wikinews_de, which training/README.md tells of; they are looked at only.

Assumed, as no description of it was found:
  - which page of fundus belongs to which version in a publisher's JSON: by date, in the versions'
    order; where there are more of one than of the other, the publisher's pages are left out and named;
  - a page's language: what its HTML says (`lang`), else English; its other right title: its `<title>`.

`documents.json` beside this script names the documents that the shipped files were learnt from; no other is
laid out. The text of a page (`text/NAME.txt`) is what Chromium shows of it, without scripts and network
(`pip install playwright`, then `playwright install chromium` or CHROMIUM=/path/to/it). The shipped files were
learnt from select-all copies of a browser, which differ in places; so what is learnt differs a little, too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lxml import html

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
DOCUMENTS = Path(__file__).parent / "documents.json"

Gold = dict[str, Any]
Texts = Callable[[bytes], str]
"""What a browser shows of a page's HTML."""


class Missing(Exception):
    """Something that is not where it should be; says what."""


class Page(NamedTuple):
    """A web page with what is known of its article."""

    name: str
    markup: bytes
    gold: Gold


class Corpus(NamedTuple):
    """A corpus: where it is had, how it is laid out, and what its folder must hold then."""

    clone: str
    address: str
    lay_out: Callable[[Path, Path, Texts], None]
    counted: Callable[[Path], str]


def wanted(corpus: str) -> list[str]:
    """The documents of a corpus that are learnt from or sealed."""
    names: dict[str, list[str]] = json.loads(DOCUMENTS.read_text(encoding="utf-8"))
    return names[corpus]


def loaded(path: Path) -> Any:
    """What a JSON file holds."""
    if not path.is_file():
        raise Missing(f"no file {path}")
    try:
        return json.loads(path.read_bytes())
    except ValueError as problem:
        raise Missing(f"{path} is no JSON: {problem}") from problem


# Texts with annotations.


def lay_out_polnear(clone: Path, target: Path, texts: Texts) -> None:
    for part in ("train", "dev"):
        for kind, pattern in (("text", "*.txt"), ("attributions", "*.ann")):
            copy_all(clone / "data" / part / kind, pattern, target / part / kind)


def copy_all(source: Path, pattern: str, target: Path) -> None:
    """Copy the files of a folder, byte by byte, as offsets count in them."""
    found = sorted(source.glob(pattern))
    if not found:
        raise Missing(f"no {pattern} in {source}")
    target.mkdir(parents=True, exist_ok=True)
    for path in found:
        shutil.copyfile(path, target / path.name)


def count_attributed(folder: Path) -> str:
    """How many articles each part has."""
    return ", ".join(f"{part}: {len(attributed(folder / part))} articles" for part in ("train", "dev"))


def attributed(folder: Path) -> list[Path]:
    """The articles of a part, each of which must be annotated."""
    articles = sorted((folder / "text").glob("*.txt"))
    if not articles:
        raise Missing(f"no text/*.txt in {folder}")
    annotated = {path.stem.rpartition("_")[0] for path in (folder / "attributions").glob("*.ann")}
    for path in articles:
        if path.stem not in annotated:
            raise Missing(f"no attributions/{path.stem}_*.ann in {folder}")
    return articles


def lay_out_gum(clone: Path, target: Path, texts: Texts) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name in wanted("gum"):
        path = clone / "dep" / f"{name}.conllu"
        if not path.is_file():
            raise Missing(f"no file {path}")
        shutil.copyfile(path, target / path.name)


def count_gum(folder: Path) -> str:
    documents = sorted(folder.glob("*.conllu"))
    if not documents:
        raise Missing(f"no *.conllu in {folder}")
    for path in documents:
        words = re.search(r"(?m)^1\t", path.read_text(encoding="utf-8"))
        if not words:
            raise Missing(f"{path} has no line of ten columns")
    return f"{len(documents)} documents"


def no_layout(clone: Path, target: Path, texts: Texts) -> None:
    if not target.is_dir():
        raise Missing(f"no folder {target}; this script cannot make it")


def count_newsquotes(folder: Path) -> str:
    speakers = loaded(folder / "speakers.json")
    for name, said in speakers.items():
        if not (folder / "text" / f"{name}.txt").is_file():
            raise Missing(f"no text/{name}.txt in {folder}")
        for span in said:
            if not re.fullmatch(r"\d+-\d+", span):
                raise Missing(f"{name} in {folder / 'speakers.json'} has no span START-END: {span}")
    return f"{len(speakers)} articles"


# Web pages.


def lay_out_pages(pages: Iterator[Page], corpus: str, target: Path, texts: Texts) -> None:
    """Write `gold.json`, `html/` and `text/` of the pages that are wanted."""
    names = frozenset(wanted(corpus))
    gold: dict[str, Gold] = {}
    for folder in ("html", "text"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    for page in pages:
        if page.name in names:
            gold[page.name] = page.gold
            # No time and no name in the archive, so that two runs write the same bytes.
            (target / "html" / f"{page.name}.html.gz").write_bytes(gzip.compress(page.markup, mtime=0))
            (target / "text" / f"{page.name}.txt").write_bytes(texts(page.markup).encode())
    written = json.dumps(dict(sorted(gold.items())), ensure_ascii=False, indent=1)
    (target / "gold.json").write_bytes(written.encode() + b"\n")
    lacking = sorted(names - gold.keys())
    if lacking:
        raise Missing(f"{len(lacking)} of {len(names)} pages not found: {', '.join(lacking[:3])} ...")


def count_pages(folder: Path) -> str:
    gold = loaded(folder / "gold.json")
    for name, page in gold.items():
        for path in (folder / "html" / f"{name}.html.gz", folder / "text" / f"{name}.txt"):
            if not path.is_file():
                raise Missing(f"no file {path}")
        if "language" not in page or not ({"sections", "body", "contains"} & page.keys()):
            raise Missing(f"{name} in {folder / 'gold.json'} lacks its language or article")
    return f"{len(gold)} pages"


def language_of(markup: bytes) -> str:
    """The language that a page says it is in, as two letters; English where it says none."""
    found = re.search(rb"<html[^>]{0,2000}?\blang\s*=\s*[\"']?([A-Za-z]{2})", markup[:100_000])
    return found[1].decode().lower() if found else "en"


def titles_of(title: str, markup: bytes) -> list[str]:
    """A page's title as annotated, and as the page itself has it."""
    tree = html.fromstring(markup)
    own = " ".join((tree.findtext(".//title") or "").split())
    return list(dict.fromkeys(filter(None, (title, own))))


def people(author: str | list[str] | None) -> list[str]:
    """The authors of one line: names are kept apart by ; or by commas and "and"."""
    if isinstance(author, list):
        return author
    return [name.strip() for name in re.split(r";|,| and ", author or "") if name.strip()]


def known(**values: Any) -> Gold:
    """The values that are known."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def trafilatura_pages(clone: Path) -> Iterator[Page]:
    """The pages of trafilatura's evaluation, each with segments that its article has and has not."""
    tests = clone / "tests"
    for url, entry in loaded(tests / "evaldata.json").items():
        paths = [tests / folder / entry["file"] for folder in ("cache", "eval")]
        path = next((path for path in paths if path.is_file()), None)
        if path is not None:
            markup = path.read_bytes()
            gold = known(
                title=entry.get("title"),
                authors=people(entry.get("author")),
                published=(entry.get("date") or "")[:10],
            )
            segments = {"contains": entry["with"], "lacks": entry["without"]}
            gold |= segments | {"language": language_of(markup), "url": url}
            yield Page(path.name.removesuffix(".html"), markup, gold)


def fundus_pages(clone: Path) -> Iterator[Page]:
    """The pages of fundus' tests, each with its article in sections."""
    data = clone / "tests" / "resources" / "parser" / "test_data"
    if not data.is_dir():
        raise Missing(f"no folder {data}")
    for path in sorted(data.glob("*/*.json")):
        versions = [version for _, version in sorted(loaded(path).items(), key=by_version)]
        pages = sorted(path.parent.glob(f"{path.stem}_[0-9]*.html.gz"))
        if len(pages) != len(versions):
            print(f"fundus: {path.stem}: {len(pages)} pages, {len(versions)} versions: left out")
            continue
        for page, version in zip(pages, versions, strict=True):
            markup = gzip.decompress(page.read_bytes())
            name = f"{path.parent.name}_{page.name.removesuffix('.html.gz')}"
            yield Page(name, markup, fundus_gold(version, markup))


def by_version(named: tuple[str, Any]) -> list[int]:
    """`V1`, `V1_1`, `V2`, `V10`: in this order."""
    return [int(number) for number in re.findall(r"\d+", named[0])]


def fundus_gold(version: Mapping[str, Any], markup: bytes) -> Gold:
    body = version.get("body") or {}
    title = version.get("title") or ""
    return {
        "authors": version.get("authors") or [],
        "language": language_of(markup),
        "published": (version.get("publishing_date") or "")[:10],
        "sections": [
            {"heading": " ".join(section["headline"]) or None, "paragraphs": section["paragraphs"]}
            for section in body.get("sections", [])
        ],
        "summary": body.get("summary", []),
        "title": title,
        "title_also": titles_of(title, markup),
    }


def wcxb_pages(clone: Path) -> Iterator[Page]:
    """The articles of the benchmark's development set."""
    truths = sorted((clone / "dev" / "ground-truth").glob("*.json"))
    if not truths:
        raise Missing(f"no dev/ground-truth/*.json in {clone}")
    for path in truths:
        page = loaded(path)
        kind = page["_internal"]["page_type"]["primary"]
        markup_path = clone / "dev" / "html" / f"{path.stem}.html.gz"
        if kind != "article" or not markup_path.is_file():
            continue
        truth, markup = page["ground_truth"], gzip.decompress(markup_path.read_bytes())
        title = truth.get("title") or ""
        gold = known(
            authors=people(truth.get("author")),
            body=truth.get("main_content"),
            published=(truth.get("publish_date") or "")[:10],
        )
        gold |= {
            "contains": truth["with"],
            "domain": (urlsplit(page["url"]).hostname or "").removeprefix("www."),
            "kind": kind,
            "lacks": truth["without"],
            "language": language_of(markup),
            "title": title,
            "title_also": titles_of(title, markup),
        }
        yield Page(f"article_{path.stem}", markup, gold)


def lay_out_trafilatura(clone: Path, target: Path, texts: Texts) -> None:
    lay_out_pages(trafilatura_pages(clone), "trafilatura", target, texts)


def lay_out_fundus(clone: Path, target: Path, texts: Texts) -> None:
    lay_out_pages(fundus_pages(clone), "fundus", target, texts)


def lay_out_wcxb(clone: Path, target: Path, texts: Texts) -> None:
    lay_out_pages(wcxb_pages(clone), "wcxb", target, texts)


WCXB = "web-content-extraction-benchmark"
GITHUB = "https://github.com"
CORPUS = {
    "polnear": Corpus("PolNeAR", f"{GITHUB}/networkdynamics/PolNeAR", lay_out_polnear, count_attributed),
    "gum": Corpus("gum", f"{GITHUB}/amir-zeldes/gum", lay_out_gum, count_gum),
    "fundus": Corpus("fundus", f"{GITHUB}/flairNLP/fundus", lay_out_fundus, count_pages),
    "trafilatura": Corpus("trafilatura", f"{GITHUB}/adbar/trafilatura", lay_out_trafilatura, count_pages),
    "wcxb": Corpus(WCXB, f"{GITHUB}/Murrough-Foley/{WCXB}", lay_out_wcxb, count_pages),
    "newsquotes": Corpus("newsquotes", "training/README.md", no_layout, count_newsquotes),
    "wikinews_de": Corpus("wikinews_de", "training/README.md", no_layout, count_attributed),
}


# The texts of pages.


class Browser:
    """Shows pages in Chromium, started when the first one is shown."""

    def __init__(self) -> None:
        self._page: Any = None
        self._ends: list[Callable[[], None]] = []

    def __call__(self, markup: bytes) -> str:
        page = self._page = self._page or self._start()
        charset = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", markup[:4096])
        try:
            text = markup.decode(charset[1].decode() if charset else "utf-8", errors="replace")
        except LookupError:
            text = markup.decode("utf-8", errors="replace")
        page.set_content(text, wait_until="domcontentloaded")
        shown: str = page.evaluate("document.body ? document.body.innerText : ''")
        return shown

    def _start(self) -> Any:
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError as problem:
            raise Missing("the texts of pages need playwright (see --help)") from problem
        driver = sync_playwright().start()
        self._ends.append(driver.stop)
        try:
            browser = driver.chromium.launch(executable_path=os.environ.get("CHROMIUM") or which("chromium"))
        except Error as problem:
            raise Missing("playwright finds no Chromium: playwright install chromium") from problem
        # The page's own scripts stay off; that which reads its text runs all the same.
        context = browser.new_context(java_script_enabled=False, offline=True)
        context.route("**/*", lambda route: route.abort())
        return context.new_page()

    def close(self) -> None:
        for end in self._ends:
            end()


def lay_out(names: list[str], downloads: Path | None, into: Path, texts: Texts) -> int:
    """Lay out corpora, or look at them where there are no downloads; returns how many lack something."""
    lacking = 0
    for name in names:
        corpus = CORPUS[name]
        try:
            if downloads is not None:
                clone = downloads / corpus.clone
                if corpus.lay_out is not no_layout and not clone.is_dir():
                    raise Missing(f"no folder {clone}")
                corpus.lay_out(clone, into / name, texts)
            print(f"{name}: {corpus.counted(into / name)}")
        except Missing as problem:
            lacking += 1
            print(f"{name}: missing: {problem} (had from {corpus.address})")
    return lacking


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("downloads", type=Path, nargs="?")
    parser.add_argument("--into", type=Path, default=CORPORA)
    parser.add_argument("--only", nargs="+", choices=list(CORPUS), default=list(CORPUS))
    parser.add_argument("--check", action="store_true", help="look at what is laid out already")
    args = parser.parse_args()
    if args.check == (args.downloads is not None):
        parser.error("give either DOWNLOADS or --check")
    browser = Browser()
    try:
        return 1 if lay_out(args.only, args.downloads, args.into, browser) else 0
    finally:
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
