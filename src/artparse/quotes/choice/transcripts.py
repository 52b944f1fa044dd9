"""Who speaks in a transcript, by the label before the words: "ROE:", "Q:", "A:"."""

from __future__ import annotations

from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities import labels
from artparse.quotes.entities.entity import Entity
from artparse.quotes.languages.glosses import labels_of
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.speakers import roles
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.words import word_list

LABELS_OF_QUESTIONS = word_list("labels of questions")
LABELS_OF_ANSWERS = word_list("labels of answers")


def by_label(
    reader: Reader, stretch: Stretch, decisions: list[Decision], language: str | None = None
) -> Decision:
    """Who speaks in a transcript: whose name the label is; `A` is the person that the article is about."""
    assert stretch.label is not None
    asked, answered = labels_of(language)
    of_questions, of_answers = LABELS_OF_QUESTIONS | asked, LABELS_OF_ANSWERS | answered
    label = reader.text[slice(*stretch.label)]
    first, last = reader.tokens.at(stretch.label[0]), reader.tokens.at(stretch.label[1])
    mention = Mention(first, last, stretch.label, "name", tuple(label.split()), "person", "u")
    entity = -1
    if label not in of_questions:
        people = [n for n, e in enumerate(reader.entities) if e.being == "person" and e.name]
        if label in of_answers:
            entity = max(people, key=lambda n: reader.entities[n].count, default=-1)
        else:
            entity = labels.labelled(reader.entities, label)
            role = labels.role_alone(label) if entity < 0 else ""
            if role:
                entity = labels.bearer(reader.entities, role)
            elif entity < 0:
                entity = len(reader.entities)
                reader.entities.append(Entity(labels.titled(label)))
            before = roles.of_label(reader.text, stretch.label)
            if before is not None and not role:
                reader.entities[entity].roles.append(before)
    mention.entity, mention.rule = entity, "name/label"
    rule = "speaker/answer" if label in of_answers else "speaker/label"
    same = bool(decisions) and decisions[-1].entity == entity and decisions[-1].stretch.label is not None
    return Decision(stretch, mention, -1, entity, same and entity >= 0, 0.9, rule=rule)
