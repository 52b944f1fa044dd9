"""artparse: a raw article dump in, one structured, source-anchored record out.

    import artparse
    article = artparse.parse(text)                 # str, or bytes in any supported format
    article = artparse.parse_file("file.txt")
    for record in artparse.parse_many("pages.warc.gz"): ...   # an article each, or an ErrorRecord
    for record in artparse.parse_paths(["exports/"], jobs=4): ...   # of files and folders
    for quote in article.quotes: print(quote.speaker, quote.text)
    article.to_dict(); article.to_json()

Every span counts in Unicode code points of the source text.
"""

from typing import TYPE_CHECKING, Any

from artparse.article import (
    Article,
    Confidence,
    Correction,
    Dateline,
    ErrorRecord,
    KeptField,
    Paragraph,
    ParseWarning,
    Phrase,
    Quote,
    Removed,
    Report,
    Section,
    Source,
    Spans,
    Speaker,
)
from artparse.errors import ArtparseError
from artparse.pipeline import parse, parse_file, parse_many

if TYPE_CHECKING:
    from artparse.running.articles import parse_paths

__version__ = "0.2.0"

__all__ = [
    "Article",
    "ArtparseError",
    "Confidence",
    "Correction",
    "Dateline",
    "ErrorRecord",
    "KeptField",
    "Paragraph",
    "ParseWarning",
    "Phrase",
    "Quote",
    "Removed",
    "Report",
    "Section",
    "Source",
    "Spans",
    "Speaker",
    "__version__",
    "parse",
    "parse_file",
    "parse_many",
    "parse_paths",
]


def __getattr__(name: str) -> Any:
    """`parse_paths`, imported when it is first asked for: what it needs is not for every start."""
    if name == "parse_paths":
        from artparse.running.articles import parse_paths

        return parse_paths
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
