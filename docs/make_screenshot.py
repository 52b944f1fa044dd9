"""Write docs/pretty.svg: the terminal view of the seed article as a picture, for the README.

python docs/make_screenshot.py
"""

from __future__ import annotations

import re
from contextlib import chdir
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

import artparse
from artparse.writing import pretty

ROOT = Path(__file__).parents[1]
SEED = "seeds/000_800c86e4d8e1ea9c.txt"
COLUMNS = 92
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""Rich's own, without fonts from elsewhere: a picture asks nothing of a network."""


def picture() -> str:
    """What a console that records has of the view, as SVG."""
    with chdir(ROOT):
        article = artparse.parse_file(SEED, keep_text=True)
    console = Console(
        file=StringIO(),
        record=True,
        width=COLUMNS,
        force_terminal=True,
        color_system="standard",
        no_color=False,
    )
    pretty.print_view(article, console)
    title = f"artparse {SEED} -f pretty"
    return console.export_svg(title=title, code_format=FORMAT, unique_id="artparse")


if __name__ == "__main__":
    (ROOT / "docs" / "pretty.svg").write_text(picture(), encoding="utf-8", newline="\n")
