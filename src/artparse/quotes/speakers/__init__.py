"""What the record says of each speaker: the role and the pronoun."""
