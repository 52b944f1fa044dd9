"""The scripts that the layout is learnt by run on a few invented pages, and their models read pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import invented
from support.learnt import LAYOUT

ROOT = Path(__file__).parent.parent
PAGES = 9
"""Of each corpus."""
WRITTEN = ("guides.txt", "long_guides.txt")
"""The written dumps that are enough here."""
NEW = 40
"""The number of a long page that nothing is learnt from; three further there is a short one."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="splits processes off"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what training needs, without the models, beside small corpora."""
    for package in ("lightgbm", "scipy", "trafilatura"):
        pytest.importorskip(package, reason="training's group is not installed")
    place = tmp_path_factory.mktemp("layout")
    tree, corpora = place / "tree", place / "shared" / "corpora"
    for folder in ("src", "training"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (tree / "training/annotations/written").glob("*.txt"):
        if path.name not in WRITTEN:
            path.unlink()
    invented.write_corpora(corpora, PAGES, tree / "training/annotations/lines.json")
    news = corpora / "polnear" / "train" / "text"
    news.mkdir(parents=True)
    for number, page in enumerate(invented.pages("wcxb", 13)):
        text = "\n\n".join(page.of("title", "body"))
        (news / f"town_{number:02}.txt").write_text(text, encoding="utf-8")
    for name in {name for made in LAYOUT.values() for name in made}:
        # Some scripts keep what others have learnt.
        (tree / "src/artparse/data" / name).write_text("{}", encoding="utf-8")
        (tree / "src/artparse/data" / name).with_suffix(".packed").unlink(missing_ok=True)
    return tree


def environment(tree: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONUTF8": "1"}


def test_models_made_by_the_scripts_read_a_page(tree: Path) -> None:
    lines = [f"training/layout/{line}" for line in LAYOUT]
    command = [sys.executable, str(Path(invented.__file__).with_name("small_training.py")), *lines]
    ran = subprocess.run(command, cwd=tree, env=environment(tree), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
    for made in LAYOUT.values():
        for name, parts in made.items():
            data = json.loads((tree / "src/artparse/data" / name).read_text(encoding="utf-8"))
            assert [part for part in parts if not data[part]] == [], name
    for page, record in records_of(tree):
        assert_is_read(page, record)


def records_of(tree: Path) -> Iterator[tuple[invented.Page, dict[str, Any]]]:
    """Long and short pages that nothing was learnt from, and what the copied program gives for them."""
    folder = tree / "pages"
    folder.mkdir()
    chosen = [invented.page(corpus, number) for corpus in invented.PUBLISHERS for number in (NEW, NEW + 3)]
    for page in chosen:
        (folder / f"{page.name}.html").write_text(page.markup, encoding="utf-8")
        (folder / f"{page.name}.txt").write_text(page.dump, encoding="utf-8")
    command = [sys.executable, "-m", "artparse", str(folder), "-f", "jsonl"]
    read = subprocess.run(command, env=environment(tree), capture_output=True, check=False)
    assert read.returncode == 0, read.stderr.decode()
    records = map(json.loads, read.stdout.decode().splitlines())
    found = {Path(record["source"]["path"]).name: record for record in records}
    for page in chosen:
        yield page, found[f"{page.name}.html"]
        yield page, found[f"{page.name}.txt"]


def assert_is_read(page: invented.Page, record: dict[str, Any]) -> None:
    """The headline, the author and the day are the page's, and most of its text."""
    assert record["title"] == page.of("title")[0]
    assert record["authors"] == [page.author]
    assert record["published"] == page.day
    assert 0 < record["confidence"]["title"] <= 1
    found = [one["text"] for section in record["sections"] for one in section["paragraphs"]]
    right = sum(len(text) for text in found if text in page.of("body"))
    assert right >= 0.75 * len("".join(page.of("body")))
    assert right >= 0.6 * len("".join(found))
