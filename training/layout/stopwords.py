# ruff: noqa: E501, SIM905
"""Write `data/stopwords.json`: the short common words of many languages.

    python training/layout/stopwords.py

The lists are those of the package stopwordsiso (MIT), cut to short words, behind a few words
per language chosen by hand that stand first.
"""

from __future__ import annotations

import json
from pathlib import Path

import stopwordsiso

TARGET = Path(__file__).parents[2] / "src/artparse/data/stopwords.json"
LANGUAGES = (
    "en de fr es it pt nl pl tr no sv da fi ru uk bg cs sk sl hr ro hu el he ar fa ur hi bn id ms vi tl sw zu af ca gl eu "
    "lt lv et ga ku"
).split()
LONGEST = 5
MOST = 110
FIRST = {
    "en": "the and of to in that is was for it with on he said this have from by at they as are be his has but not were who we will you an had their which or its about",
    "de": "der die und das den von zu mit ist des sich nicht auf für eine dem auch ein im wie in er es an sie als hat bei einen noch nach aus werden wird einer sind um am haben war ich wir",
    "fr": "le la les des et du une est que dans pour qui au sur pas par plus ce avec un de il en ne se sont son elle sa aux mais nous on ont été cette",
    "es": "el la los las del que en y una por con para se no su al lo como más un de es ha sus pero este sobre entre fue son también ya muy",
    "it": "il di che la per un una non è del con le della si dei nel da sono ha alla più al gli anche ma come lo i dal delle",
    "pt": "o de que e do da em um para com uma não os no se na por mais as dos como foi ao das ele mas à são também",
    "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als dan door naar maar bij nog wordt hij heeft was over uit",
    "no": "og i det på som er en til av for at med de har ikke den om et han var fra vi jeg seg men så kan etter ble skal vil også",
    "sv": "och i att det som en på är av för med den till inte har om ett han de men var jag från vi så kan när ska också",
    "da": "og i at det er en på til af for med den som de har ikke der et han var om fra vi men så kan efter blev skal også",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra dedi ancak her o ya ise",
    "pl": "w i na z się do nie to że jest o jak po co za od ale są przez dla już tym oraz który był może",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena adalah oleh kata ada bisa tersebut para",
    "zu": "futhi ukuthi kodwa uma ngoba lapho kanye kusho yakhe ngesikhathi bese khona ukuba nje uthe okwenza ngaphandle emva",
    "xh": "ukuba kodwa kwaye xa le uthe kule oku ngoku njengoko ukuze emva abantu kakhulu phantsi wathi kunye",
    "lt": "ir kad į su yra tai iš bet buvo apie kaip už jau taip jo pat tik dėl",
}


def main() -> None:
    profiles = {}
    for language in [*LANGUAGES, *(k for k in FIRST if k not in LANGUAGES)]:
        known = stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else set()
        short = sorted((w for w in known if w.isalpha() and 1 < len(w) <= LONGEST), key=lambda w: (len(w), w))
        profiles[language] = list(dict.fromkeys([*FIRST.get(language, "").split(), *short]))[:MOST]
    lines = [f'  "{k}": {json.dumps(v, ensure_ascii=False)}' for k, v in profiles.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
