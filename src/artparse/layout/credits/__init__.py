"""Lines that say who wrote an article, and when."""
