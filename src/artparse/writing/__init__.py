"""A record to what is written: JSON, and the views."""
