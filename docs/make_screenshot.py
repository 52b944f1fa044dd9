"""Write docs/pretty.svg: the terminal view of the seed article as a picture, for the README.

python docs/make_screenshot.py
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from rich.console import Console

import artparse
from artparse.writing import pretty

ROOT = Path(__file__).parents[1]
SEED = Path("seeds") / "000_800c86e4d8e1ea9c.txt"
COLUMNS = 92


def main() -> None:
    """Print the view to a console that records, and save what it recorded."""
    article = artparse.parse((ROOT / SEED).read_bytes(), keep_text=True)
    console = Console(
        file=StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="standard", no_color=False
    )
    pretty.print_view(article, console)
    title = f"artparse {SEED} -f pretty"
    console.save_svg(str(ROOT / "docs" / "pretty.svg"), title=title, unique_id="artparse")


if __name__ == "__main__":
    main()
