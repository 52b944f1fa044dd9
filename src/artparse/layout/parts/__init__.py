"""Labelled lines to the parts of an article: what stands where, and why the rest is removed."""
