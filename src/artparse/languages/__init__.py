"""What each language's words are, and what the stages have to know of it: one folder a language, a pack."""

from __future__ import annotations
