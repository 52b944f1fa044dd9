"""The words that somebody speaks: between quotation marks, behind a dash or a speaker label, set apart."""
