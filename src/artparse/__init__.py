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

TYPE_CHECKING = False
"""For tools that read types; `typing` itself would take most of the time until Ctrl-C is heeded."""

if TYPE_CHECKING:
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


HOMES = {
    "ArtparseError": "errors",
    "parse": "pipeline",
    "parse_file": "pipeline",
    "parse_many": "pipeline",
    "parse_paths": "running.articles",
}
"""The modules of all these names that are not of `article`."""


def __getattr__(name: str) -> object:
    """What is imported when it is first asked for, so that the command can heed Ctrl-C from its start."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{HOMES.get(name, 'article')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The names of the package, imported or not."""
    return sorted({*globals(), *__all__})
