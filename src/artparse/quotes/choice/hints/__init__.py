"""What speaks for or against speakers where what was learnt sees too little: rules as rows of tables.

`table` has the rows of mentions, from `against` and `in_favour`; `words` those of words that nobody says.
"""
