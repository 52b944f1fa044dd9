"""What reading hands to layout: the source text, its blocks, and what the metadata says."""

from __future__ import annotations

from artparse.article import Format, KeptField, Span
from artparse.errors import ArtparseError
from artparse.values import NamedTuple

MOST_BLOCKS = 200_000
"""Lines or blocks of one document; what has more is no article, and would take gigabytes of memory."""


def check_blocks(count: int) -> None:
    """Raises ArtparseError `too_large` for a document of so many lines or blocks, if that is too many."""
    if count > MOST_BLOCKS:
        raise ArtparseError("too_large", f"more than {MOST_BLOCKS:,} lines, which no article has; split it")


class Hints(NamedTuple):
    """What the format tells about a block beside its text; empty for plain text."""

    tag: str = ""
    """The element's name (`p`, `h2`, `li`, `blockquote`, `figcaption`, `td`), lower case."""
    level: int = 0
    """Heading level 1 to 6, 0 for no heading."""
    links: float = 0.0
    """Share of the block's characters that are linked words, 0 to 1."""
    bold: float = 0.0
    """Share of the block's characters that are bold, 0 to 1."""
    element: int = 0
    """Number of the block's element in `Document.parents`."""
    shape: int = 0
    """The same for blocks whose elements, and those around them, have the same names and classes."""
    words: tuple[str, ...] = ()
    """Words of the class, id, role, itemprop and rel of the element and those around it, and of what
    programs know it by (`data-testid` and its like), the outermost first; names of elements that tell what is
    in them stand as `<nav>`."""
    language: str | None = None
    given: str = ""
    """What the format itself says the block is, past all guessing: `title`, `subtitle`, `byline`,
    `heading`, `paragraph`, `metadata`, `body` (heading or paragraph)."""


NO_HINTS = Hints()


class Block(NamedTuple):
    """One line of the source text that is not white space, without the space around it."""

    span: Span
    hints: Hints = NO_HINTS


class Evidence(NamedTuple):
    """What metadata says of the article, beside the visible text. Never body text."""

    title: str | None = None
    titles: tuple[str, ...] = ()
    """Every wording of the title that the metadata has, some with the site's name; `title` first."""
    site: str | None = None
    authors: tuple[str, ...] = ()
    site_writes: bool = True
    """Whether the site's own name among `authors` means that it is one. Pages put it there for want of
    others, unless they say that it is an organisation's."""
    published: str | None = None
    """ISO 8601."""
    stated: tuple[str, ...] = ()
    """Every moment that the metadata has for `published`, which is the first."""
    modified: str | None = None
    """ISO 8601."""
    moments: tuple[str, ...] = ()
    """Of the page's elements and scripts, the likeliest first: for when neither metadata nor text tells."""
    language: str | None = None
    url: str | None = None
    description: str | None = None
    keywords: tuple[str, ...] = ()
    image: str | None = None
    license: str | None = None
    breadcrumb: tuple[str, ...] = ()
    body: str | None = None
    """The article's text, where the metadata repeats it: tells which of the visible text it is."""


NO_EVIDENCE = Evidence()


def merged(first: Evidence, second: Evidence) -> Evidence:
    """What `first` says, and where it says nothing, what `second` does."""
    if second == NO_EVIDENCE:
        return first
    values = Evidence._make(one or other for one, other in zip(first, second, strict=True))
    return values._replace(site_writes=(first if first.authors else second).site_writes)


class Document(NamedTuple):
    """One article's input, read: everything that the later stages look at."""

    text: str
    """The source text that every span counts in."""
    blocks: tuple[Block, ...]
    """In source order; together they hold every character that is not white space."""
    format: Format
    encoding: str
    sha256: str
    undecodable: int = 0
    """Number of bytes that could not be decoded."""
    evidence: Evidence = NO_EVIDENCE
    parents: tuple[int, ...] = ()
    """Of each element, by its number, the number of the one around it, which is smaller; 0 is the
    document itself. Empty where the format has no elements."""
    record: int | None = None
    """1-based number inside an input that holds many."""
    id: str | None = None
    """The record's own identifier in the input."""
    fields: tuple[KeptField, ...] = ()
    """Those of the input's own fields that were asked for."""
    given: bool = False
    """Whether the format says that this is the article's text and nothing else, and has its title apart."""
    exported: bool = False
    """Whether a database says what each block is, and of which language."""
    left: tuple[Span, ...] = ()
    """Prose of which an export does not say what it is."""

    @property
    def has_elements(self) -> bool:
        """Whether elements tell what is around the article, as those of a web page do."""
        return bool(self.parents)


def flat(document: Document) -> Document:
    """A document whose elements say nothing of what is around the article: the article is all there is."""
    blocks = (
        block._replace(hints=block.hints._replace(element=0, shape=0, words=())) for block in document.blocks
    )
    return document._replace(blocks=tuple(blocks), parents=())
