"""Blocks to an article's parts: title, byline, dates, sections, and what is none of them."""
