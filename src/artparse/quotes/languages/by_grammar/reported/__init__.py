"""What the sentences of the language itself report without quotation marks, and whose it is.

Nothing is learnt here: `frames` tell who says something, and the form of the clauses around the word that
says so tells what: a clause behind "dass", "ob" or a colon, one whose verb has the form of reported speech,
an infinitive, the clause before ", sagte X" or ", so X", the sentence around "laut X". Sentences whose verb
has the form of reported speech and that name no source go on with that of the one before.

Read in this order: `reading` (from sentence to sentence), `tellings` (one sentence), `cues` (the words that
say that something is reported), `complements` and `around` (what they report), `forms` (how its verbs look).
"""
