"""What the words of a sentence tell of whether one of them reports speech, what it reports, and whose.

Each function gives the numbers of features that hold; their weights are learnt. A feature's number is
the sum of its template's and those of what it sees, which are spread (see `words.spread`): nothing is
put together or multiplied here, as this is done for every word that may report. Features that meet
share a weight. Each of the modules has the features of one model, `shared.py` what several of them see.
"""

from __future__ import annotations
