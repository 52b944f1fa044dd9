"""The development corpora as documents with their gold, grouped by publisher."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CORPORA = Path(__file__).parents[3] / "shared/corpora"

SISTERS = [
    "mirror express dailystar",
    "waz berlinermorgenpost abendblatt nrz wp otz thueringer-allgemeine",
    "nationalpost ottawacitizen canadacom canada financialpost",
    "frankfurterrundschau fr merkur tz hna kreiszeitung",
    "tagesanzeiger bernerzeitung derbund bazonline zwanzigminuten 20min",
    "diewelt welt bild",
    "euronewsde euronewsfr euronews",
    "thecitizen durbanlocal citizen",
    "eyethunews isolezwelesixhosa isolezwe iol",
    "wired thenewyorker newyorker gq vogue",
    "faz faznet",
    "diezeit zeit",
    "spiegelonline spiegel",
    "sz sueddeutsche",
    "orf fm4",
    "elpais elpaiscom",
    "lesechos leparisien",
    "stern rtl ntv capital geo",
    "metro inews",
    "mdr rbb24 rbb tagesschau ard swr swr3 wdr ndr br hr deutschlandfunk deutschlandfunkkultur",
    "theguardian guardian",
    "uk bbc bbci",
    "washingtonpost slate",
    "latimes sandiegouniontribune",
    "timesofindia indiatimes economictimes",
    "techradar tomsguide tomshardware pcgamer livescience space futureplc",
    "rollingstone variety billboard hollywoodreporter",
    "thesun sun the-sun talksport",
    "ninenews 9news nine smh theage brisbanetimes",
    "cbcnews cbc",
    "freebeacon",
    "healthline medicalnewstoday",
    "people southernliving thespruce thespruceeats investopedia verywellhealth verywellmind bhg "
    "foodandwine travelandleisure allrecipes marthastewart realsimple",
    "dailymaverick dailymaverickcoza",
    "businessinsiderde businessinsider insider",
    "nytimes wirecutter theathletic",
    "cnet zdnet pcmag mashable",
    "theverge vox polygon eater",
    "espn abcnews go",
]
"""Publishers that share a template, by the name or domain they go by in the corpora."""

SECOND_LEVELS = ("co", "com", "org", "gv", "ac", "gov", "net", "edu")
"""Labels below a country's own under which sites are named: the `co` of `bbc.co.uk`."""


def group_of(corpus: str, name: str, gold: dict[str, Any]) -> str:
    """The publisher of a page, or the family of publishers it belongs to."""
    if corpus == "fundus":
        own = name.split("_")[1].lower()
    elif gold.get("url") or gold.get("domain"):
        host = gold.get("domain") or urlsplit(gold["url"]).hostname or name
        parts = host.lower().split(".")
        own = parts[-3] if len(parts) > 2 and parts[-2] in SECOND_LEVELS else parts[-2]
    else:
        own = re.split(r"[.-]", name)[0].lower()
    for family in SISTERS:
        if own in family.split():
            return family.split()[0]
    return own


@cache
def sealed(corpus: str) -> frozenset[str]:
    """Pages of a corpus that nothing learns from and nobody looks at (`splits.py`)."""
    splits = json.loads((Path(__file__).parents[1] / "splits.json").read_text(encoding="utf-8"))
    return frozenset(splits["sealed"][corpus])


@cache
def gold_of(corpus: str) -> dict[str, Any]:
    """The gold of the pages of a corpus that may be learned from, by page."""
    closed = sealed(corpus)
    return {name: gold for name, gold in every_gold_of(corpus).items() if name not in closed}


@cache
def every_gold_of(corpus: str) -> dict[str, Any]:
    """The gold of a corpus, by page, sealed ones among them."""
    loaded: dict[str, Any] = json.loads((CORPORA / corpus / "gold.json").read_text(encoding="utf-8"))
    return loaded


def dump_of(corpus: str, name: str) -> bytes:
    """The text dump of a page."""
    return (CORPORA / corpus / "text" / f"{name}.txt").read_bytes()


def markup_of(corpus: str, name: str) -> bytes:
    """The HTML of a page."""
    return gzip.decompress((CORPORA / corpus / "html" / f"{name}.html.gz").read_bytes())
