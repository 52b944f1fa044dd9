"""Who says what, by the verbs of saying, in languages whose sentences no grammar reads."""
