"""artparse: a raw article dump in, one structured, source-anchored record out.

    import artparse
    article = artparse.parse(text)                 # str, or bytes in any supported format
    article = artparse.parse_file("file.txt")
    for quote in article.quotes: print(quote.speaker, quote.text)
    article.to_dict(); article.to_json()

Every span counts in Unicode code points of the source text.
"""

from artparse.article import (
    Article,
    Dateline,
    Paragraph,
    ParseWarning,
    Phrase,
    Quote,
    Removed,
    Section,
    Source,
    Speaker,
    Spans,
)
from artparse.errors import ArtparseError
from artparse.pipeline import parse, parse_file

__version__ = "0.1.0"

__all__ = [
    "ArtparseError",
    "Article",
    "Dateline",
    "Paragraph",
    "ParseWarning",
    "Phrase",
    "Quote",
    "Removed",
    "Section",
    "Source",
    "Speaker",
    "Spans",
    "__version__",
    "parse",
    "parse_file",
]
