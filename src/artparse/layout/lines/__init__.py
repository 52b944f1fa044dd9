"""What a line is, and what it says by itself: its look, its words, the dates and persons that it names."""
