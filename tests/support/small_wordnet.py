"""A small invented excerpt in the form of WordNet 3.0, for what is distilled from it."""

from __future__ import annotations

from pathlib import Path

LICENCE = "  1 The lines of the licence begin with spaces.  \n"
PERSON, WORKER, FERRYMAN, PAINT, ADD, LENS = 100, 200, 300, 400, 500, 600

DATA = {
    "noun": f"""\
{PERSON:08} 03 n 01 person 0 000 | somebody
{WORKER:08} 18 n 01 worker 0 001 @ {PERSON:08} n 0000 | somebody who works
{FERRYMAN:08} 18 n 02 ferryman 0 wharf-rat 0 001 @ {WORKER:08} n 0000 | somebody who takes others over
00000310 18 n 01 ferrywife 0 001 @ {WORKER:08} n 0000 | a female who takes others over; "she crossed"
00000320 18 n 01 Mara_Holm 0 001 @i {WORKER:08} n 0000 | a worker of that name
00000330 18 n 01 painter 0 001 @ {WORKER:08} n 0000 | somebody who paints
{PAINT:08} 06 n 01 painter 0 000 | a rope at the bow
{LENS:08} 06 n 01 reader 0 000 | a lens for small print
00000610 18 n 01 reader 0 001 @ {WORKER:08} n 0000 | somebody who reads proofs
00000620 18 n 01 idler 0 001 @ {PERSON:08} n 0000 | somebody who does nothing
00000630 18 n 01 accused 0 001 @ {WORKER:08} n 0000 | somebody who stands trial
""",
    "verb": f"""\
{ADD:08} 32 v 02 add 0 append 0 001 + {FERRYMAN:08} n 0101 02 + 08 00 + 26 01 | say more
""",
    "adj": "00000700 00 s 01 local(a) 0 000 | of this place\n",
    "adv": "",
}
INDEX = {
    "noun": f"""\
accused n 1 1 @ 1 0 00000630
ferryman n 1 1 @ 1 0 {FERRYMAN:08}
ferrywife n 1 1 @ 1 0 00000310
idler n 1 1 @ 1 0 00000620
mara_holm n 1 1 @i 1 0 00000320
painter n 2 1 @ 2 1 00000330 {PAINT:08}
person n 1 0 1 0 {PERSON:08}
reader n 2 1 @ 2 1 {LENS:08} 00000610
wharf-rat n 1 1 @ 1 0 {FERRYMAN:08}
worker n 1 1 @ 1 0 {WORKER:08}
""",
    "verb": f"add v 1 1 + 1 1 {ADD:08}\nappend v 1 1 + 1 0 {ADD:08}\n",
    "adj": "local a 1 0 1 1 00000700\n",
    "adv": "",
}
COUNTS = """\
local%5:00:00:here:00 1 30
add%2:32:00:: 1 40
painter%1:18:00:: 1 9
painter%1:06:00:: 2 2
reader%1:06:00:: 1 5
"""


def write_wordnet(folder: Path) -> Path:
    """The files that an unpacked WordNet has."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in DATA:
        (folder / f"data.{part}").write_text(LICENCE + DATA[part], encoding="utf-8")
        (folder / f"index.{part}").write_text(LICENCE + INDEX[part], encoding="utf-8")
        (folder / f"{part}.exc").write_text("", encoding="utf-8")
    (folder / "noun.exc").write_text("ferrymen ferryman\n", encoding="utf-8")
    (folder / "cntlist.rev").write_text(COUNTS, encoding="utf-8")
    return folder
