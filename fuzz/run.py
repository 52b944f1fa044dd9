"""Look for input that breaks a promise: `python fuzz/run.py FORMAT [options of libFuzzer]`, with atheris."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


def check(data: bytes, input_format: str) -> None:
    """Whatever the bytes are, there is a sound record of them that comes back, or an ArtparseError."""
    import artparse
    from support.invariants import violations

    try:
        article = artparse.parse(data, input_format=input_format, keep_text=True)
    except artparse.ArtparseError:
        return
    assert not (wrong := list(violations(article.to_dict(), article.text or ""))), wrong
    assert artparse.Article.from_json(article.to_json()) == article


def main() -> None:
    """Run until something breaks; libFuzzer then writes the input to a file and says which."""
    import atheris

    with atheris.instrument_imports(include=["artparse"]):
        import artparse.quotes  # noqa: F401  What is imported here is watched for new ways through it.

    input_format = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: check(data, input_format))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
