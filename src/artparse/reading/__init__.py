"""Bytes to source text and blocks."""
