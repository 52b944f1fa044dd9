"""Persons, organisations and places: what bylines and quotes both need to know of names."""
