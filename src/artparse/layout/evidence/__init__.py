"""What the metadata says, and what of that holds against the visible text."""
