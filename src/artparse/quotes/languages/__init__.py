"""What each language's data files say of it, and how sentences are read by that."""
