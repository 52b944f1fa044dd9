"""Which line is the headline."""
