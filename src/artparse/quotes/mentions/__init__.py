"""The words that may stand for a speaker: names, pronouns and noun phrases."""
