"""What each language's data files say of it, and how sentences are read by that.

| what a language's folder has | what is done with it | its room |
| --- | --- | --- |
| `glosses.txt` | its words are read as English ones, which models know | `glosses`, `as_english/` |
| `grammar.txt` | its sentences are read as they stand | `grammar`, `by_grammar/` |
| `glosses.txt` alone | its verbs of saying tell who says something | `by_verbs/` |
| `beside.txt` | a name beside a verb of saying does | `by_neighbours/` |

`telling` asks one of the last three; each gives what `told` defines.
"""
