"""What the documentation says is so: examples run, options and fields are all there."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import artparse as library
from artparse.options import artparse as command
from support.command import SEED, artparse, environment
from support.command import command as command_path

pytestmark = pytest.mark.slow  # Runs every example of the documentation.

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])


def test_the_python_examples_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failures, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert tried > 4
    assert failures == 0


def test_the_record_in_the_readme_is_what_the_command_prints() -> None:
    shown = README.partition("```json\n")[2].partition("```")[0]
    printed = artparse(SEED.relative_to(ROOT), cwd=ROOT).stdout.decode()
    # Between two dots, lines stand together; from one stretch to the next, in order.
    position = 0
    for stretch in re.split(r"^ *\.\.\.\n", shown, flags=re.MULTILINE):
        found = printed.find(stretch, position)
        assert found >= 0, stretch
        position = found + len(stretch)
    assert position == len(printed)


@pytest.mark.parametrize("page", ["command.md", "record.md"])
def test_generated_parts_are_up_to_date(page: str) -> None:
    """Run `python docs/generate.py` where this fails."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    generated = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generated"]
    # Versions of click break lines differently.
    assert text.split() == generated(text).split()


def test_the_picture_of_the_terminal_is_up_to_date() -> None:
    """Run `python docs/make_screenshot.py` where this fails."""
    kept = (ROOT / "docs" / "pretty.svg").read_text(encoding="utf-8")
    made = runpy.run_path(str(ROOT / "docs" / "make_screenshot.py"))["picture"]()
    # Versions of rich draw the same words in other ways.
    words, words_made = ("".join(re.findall(r"<text[^>]*>([^<]*)<", svg)).split() for svg in (kept, made))
    assert len(words) > 5
    assert words == words_made


def test_the_manual_page_is_up_to_date() -> None:
    """Run `python docs/generate.py` where this fails."""
    page = ROOT / "share" / "man" / "man1" / "artparse.1"
    manual = runpy.run_path(str(ROOT / "docs" / "generate.py"))["manual"]
    assert page.read_text(encoding="utf-8").split() == manual().split()


def test_the_first_change_of_a_newcomer_is_still_to_be_made() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    case = textwrap.dedent(re.findall(r" *```text\n(.*?) *```", text, re.DOTALL)[0])
    article = case.partition("\n")[2].partition("---")[0]
    assert library.parse(article, input_format="text").quotes[0].speaker is None
    listed = (PACKAGE / "languages/en/people.txt").read_text(encoding="utf-8").split()
    assert "zookeeper" in listed and "weirkeeper" not in listed


def test_every_option_is_documented() -> None:
    text = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")
    for parameter in command.params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("-"):
                assert re.search(rf"{option}\b", text), option


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
@pytest.mark.parametrize("page", sorted((ROOT / "docs/tutorials").glob("*.md")), ids=lambda page: page.stem)
def test_a_tutorial_can_be_followed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of its commands, then its Python, in a folder with an article and a folder of articles."""
    shutil.copy(SEED, tmp_path / "article.txt")
    (tmp_path / "articles").mkdir()
    for path in sorted((ROOT / "fixtures/articles").glob("*.txt"))[:5]:
        shutil.copy(path, tmp_path / "articles")
    commands = "\n".join(re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL))
    programs = [str(Path(program).parent) for program in (command_path(), sys.executable)]
    there = environment(PATH=os.pathsep.join([*programs, os.environ["PATH"]]))
    followed = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=tmp_path,
        env=there,
        capture_output=True,
        check=False,
    )
    assert followed.returncode == 0, followed.stderr.decode()
    monkeypatch.chdir(tmp_path)
    failures, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failures == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = re.findall("^#+ (.*)", text, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if not target.startswith("http"):
            path, _, anchor = target.partition("#")
            assert (page.parent / path).exists(), target
            if anchor and not path:
                assert anchor in anchors, target


EXAMPLES = sorted(
    {
        re.sub(r"\s+#.*", "", line)
        for page in (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")))
        for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        for line in block.splitlines()
        if line.startswith("artparse ") and "../shared" not in line
    }
)
"""The commands of the documentation that need nothing but articles."""
TABLE = "title,text,topic\nThe mill,The mill at the weir has been sold to nobody yet. It is for sale.,mills\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_commands_of_the_documentation_run(example: str, tmp_path: Path) -> None:
    for path in ("article.txt", "articles/1.txt", "articles/2.txt", "new.txt", "old.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(SEED.read_bytes())
    (tmp_path / "articles.csv").write_text(TABLE, encoding="utf-8")
    for name, kept in (("nexis.docx", "ferry.docx"), ("nexis.txt", "nexis.txt"), ("page.pdf", "ferry.pdf")):
        shutil.copy(ROOT / "fixtures/inputs" / kept, tmp_path / name)
    (tmp_path / "old.jsonl").write_bytes(artparse("articles", "-f", "jsonl", "-q", cwd=tmp_path).stdout)
    (tmp_path / "corrected.json").write_bytes(artparse("article.txt", cwd=tmp_path).stdout)
    (tmp_path / "records").mkdir()
    if ".warc" in example:
        pytest.skip("needs a web archive")
    result = artparse(*shlex.split(example.partition(" | ")[0])[1:], cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    if " -o " in example:
        written = tmp_path / example.partition(" -o ")[2].split()[0]
        assert written.exists() and (written.is_file() or list(written.iterdir()))
    else:
        assert result.stdout


def test_the_query_of_parquet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    text = (ROOT / "docs" / "views.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert artparse(SEED, "-o", "articles.parquet", cwd=tmp_path).returncode == 0
    monkeypatch.chdir(tmp_path)
    query = re.findall(r'"""(.*?)"""', code, re.DOTALL)[0]
    assert duckdb.execute(query).fetchall()[0] == ("Volodymyr Zelensky", 3)


def test_the_example_of_layout_is_laid_out_so() -> None:
    text = (ROOT / "docs" / "layout.md").read_text(encoding="utf-8")
    lines = re.findall(r"```text\n(.*?)```", text, re.DOTALL)[0].splitlines()
    told = dict(re.split(r"  +", line) for line in lines)
    record = library.parse("\n".join(told), input_format="text")
    assert record.spans.breadcrumb is not None
    found = {"Home | News | Sport": "breadcrumb", record.title: "title", record.byline: "byline"}
    found |= {paragraph.text: "paragraph" for section in record.sections for paragraph in section.paragraphs}
    assert found | {block.text: f"removed, {block.reason}" for block in record.removed} == told


def test_the_example_of_quotes_is_read_so() -> None:
    text = (ROOT / "docs" / "quotes.md").read_text(encoding="utf-8")
    article, told = re.findall(r"```text\n(.*?)```\n\n(.*?)`--explain`", text, re.DOTALL)[0]
    record = library.parse(article, input_format="text")
    (quote,), (report,), (speaker,) = record.quotes, record.reports, record.speakers
    found = [quote.text, report.text, speaker.name, speaker.role, speaker.pronoun]
    assert re.findall("`([^`]+)`", told) == found


def test_what_is_measured_is_written_into_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    figures = importlib.import_module("figures")
    table = "| a | b | F1 |\n| --- | --- | --- |\n| own | one | 1.0 |\n| own | two | 2.0 |"
    assert figures.updated(table, {("own", "two"): ["2.5"]}) == table.replace("2.0", "2.5")
    with pytest.raises(SystemExit, match="no row"):
        figures.updated(table, {("own", "three"): ["2.5"]})
    pages = "".join((ROOT / "docs" / page).read_text(encoding="utf-8") for page in figures.PAGES)
    marked = re.findall(r"<!-- measured: (\w+) -->", pages)
    assert sorted(marked) == sorted(figures.MEASURES)
    assert [found[1] for found in figures.MEASURED.findall(pages)] == marked


PATH = re.compile(r"`((?:[a-z_.]+/)+(?:[a-z_]+\.[a-z]+)?)`")
"""A path as documentation writes it, a folder's with its slash; what has capitals in it stands for a name."""
PACKAGE = ROOT / "src" / "artparse"


def test_the_paths_that_documentation_names_exist() -> None:
    named = [(page.name, path) for page in PAGES for path in PATH.findall(page.read_text(encoding="utf-8"))]
    places = (ROOT, PACKAGE, PACKAGE / "quotes", ROOT / "training", ROOT / "tests")
    own = [(page, path) for page, path in named if any((p / path.split("/")[0]).exists() for p in places)]
    assert len(own) > 40
    lost = [(page, path) for page, path in own if not any((place / path).exists() for place in places)]
    assert lost == []
