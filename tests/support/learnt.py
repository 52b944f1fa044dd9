"""Which script of `training` makes which of the files that ship."""

from __future__ import annotations

LAYOUT: dict[str, dict[str, tuple[str, ...]]] = {
    "markup.py --folds build/markup": {"markup_model.json": ("states",)},
    "second_look.py --folds build/markup": {"markup_model.json": ("second",)},
    "train.py --folds build/folds --pages build/pages.pickle": {
        "layout_model.json": ("states",),
        "short_model.json": ("states",),
        "short_web_model.json": ("states",),
        "web_model.json": ("states",),
    },
    "web.py --folds build/folds --pages build/pages.pickle --jobs 2": {"web_model.json": ("admission",)},
    "headings.py --folds build/folds --jobs 2": {"web_model.json": ("heads",)},
    "titles.py --folds build/folds": {"layout_model.json": ("title",)},
    "web.py --short --folds build/folds": {"short_web_model.json": ("admission",)},
    "headings.py --short --folds build/folds": {"short_web_model.json": ("heads",)},
    "titles.py --short --folds build/folds": {"short_model.json": ("title",)},
    "bylines.py --folds build/folds --markup build/markup": {
        "layout_model.json": ("byline",),
        "short_model.json": ("byline",),
        "markup_model.json": ("byline",),
    },
    "sureness.py --folds build/folds": {"sureness.json": ("text", "markup")},
}
"""The scripts of `training/layout` in their order, and the parts of files of `data` that each makes."""

LEARNT: dict[str, list[str]] = {
    "distil_names.py": [
        f"names/data/{name}.txt" for name in ("given_names", "given_names_locales", "surnames", "places")
    ],
    "train_signers.py": ["names/data/signers.txt"],
    "layout/stopwords.py": ["data/stopwords.json"],
    "layout/sites.py": ["data/site_model.json"],
    "layout/wrapping.py": ["data/wrap_model.json"],
    "distil_words.py": ["languages/en/common_words.txt", "languages/en/cue_words.txt"],
    "distil_nouns.py": ["languages/en/persons.txt", "languages/en/adjectives.txt"],
    "distil_tags.py": ["languages/en/word_kinds.txt"],
    "train_attribution.py": [f"quotes/data/{name}.txt" for name in ("sources", "attribution", "review")],
    "train_reports.py": [
        "languages/en/report_words.txt",
        "languages/en/report_roots.txt",
        "languages/en/report_vocabulary.txt",
        *(f"quotes/data/report_{name}.txt" for name in ("cues", "starts", "ends", "sources", "review")),
        "quotes/data/report_sources_again.txt",
    ],
    "train_report_address.py": ["quotes/data/report_address.txt"],
    "train_nobody.py": ["quotes/data/nobody.txt"],
    "calibrate_quotes.py": ["quotes/data/confidence.txt"],
    "train_nobody_german.py": ["languages/de/nobody.txt"],
    "train_nobody_languages.py": ["quotes/data/nobody_others.txt"],
    "calibrate_german.py": ["languages/de/confidence.txt"],
}
"""All other scripts, and the files of `src/artparse` that each writes."""
