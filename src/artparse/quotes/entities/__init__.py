"""Which mentions are one and the same person, organisation or document."""
