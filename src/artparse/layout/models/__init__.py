"""The learnt models: what they are told of each line, and what they say it is."""
