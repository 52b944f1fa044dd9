// What a person can change in a record. A correction is a plain object that names its kind in `do` and
// its place by spans of the source text, so that it can be kept, undone and done again.

const MARKS = "\"'“”„‟«»‹›‘’‚‛「」『』";
const BY = /^(?:by|von|par|por|di|da|door|af|av|od)[\s:]+/i;
const BETWEEN_AUTHORS = /\s*(?:,|;|&|\s(?:and|und|et|y|e|en|och|og)\s)\s*/i;
const NAME_LENGTH = 200;
/** Values that have a warning where they are not found, and their confidence. */
const WARNED = { title: "no_title", published: "ambiguous_date" };
const CONFIDENT = { title: "title", byline: "authors", published: "published" };

/** How each kind of correction changes a record; false where it does not fit. */
const CORRECTIONS = {
  speaker(record, { list, at, speakers }) {
    const said = saidAt(record, list, at);
    if (!said) return false;
    for (const piece of piecesOf(record, said)) giveTo(record, piece, speakers);
    settle(record);
    return true;
  },
  drop(record, { list, at }) {
    const said = saidAt(record, list, at);
    if (!said) return false;
    record[list] = record[list].filter((other) => other !== said);
    settle(record);
    return true;
  },
  quote(record, { at, kind, speakers }, source) {
    if (record.quotes.some(({ span }) => span[0] < at[1] && at[0] < span[1])) return false;
    const numbers = [...record.quotes, ...record.reports].map((said) => said.utterance);
    const quote = {
      text: folded(source.cut(...at)), span: at, kind, clause: null, speaker: null, speaker_ids: [],
      mention: null, cue: null, utterance: Math.max(-1, ...numbers) + 1, section: null, paragraph: null,
      confidence: 1, decided_by: null,
    };
    record.quotes.push(quote);
    giveTo(record, quote, speakers);
    placeSaid(record);
    settle(record);
    return record.quotes.includes(quote);
  },
  rename(record, { name, to }, source) {
    const speaker = record.speakers.find((one) => one.name === name);
    if (!speaker || record.speakers.some((one) => one.name === to)) return false;
    speaker.name = to;
    speaker.aliases = aliasesOf(source, to, [...speaker.aliases, name]);
    settle(record);
    return true;
  },
  merge(record, { name, into }, source) {
    const from = record.speakers.findIndex((one) => one.name === name);
    const to = record.speakers.findIndex((one) => one.name === into);
    if (from < 0 || to < 0 || from === to) return false;
    const [gone, speaker] = [record.speakers[from], record.speakers[to]];
    for (const said of [...record.quotes, ...record.reports])
      said.speaker_ids = said.speaker_ids.map((i) => (i === from ? to : i));
    speaker.role ??= gone.role;
    speaker.pronoun ??= gone.kind === speaker.kind ? gone.pronoun : null;
    speaker.aliases = aliasesOf(source, into, [...speaker.aliases, name, ...gone.aliases]);
    settle(record);
    return true;
  },
  assign(record, { at, as, value }, source) {
    const whole = trimmed(source, at);
    if (!whole) return false;
    const holders = partition(record);
    const span = as === "removed" ? withMarker(source, holders, whole) : whole;
    const had = ["title", "subtitle", "byline"].filter((name) => record.spans[name]);
    const cut = holders
      .map((holder) => (holder.kind === as && SCALARS.includes(as) ? removedAs(source, holder.span) : holder))
      .flatMap((holder) => without(source, holder, span));
    withParts(record, [...cut, partOf(source, span, as)]);
    if (SCALARS.includes(as)) setValue(record, as, value ?? folded(source.cut(...span)));
    else record.confidence.body = null;
    for (const name of had) if (!record.spans[name]) loseValue(record, name);
    if (record.body) record.warnings = record.warnings.filter(({ code }) => code !== "no_body");
    settle(record);
    return true;
  },
};

function partOf(source, span, as) {
  if (as === "removed") return removedAs(source, span);
  const text = folded(source.cut(...span));
  return as === "heading" ? { kind: as, span, text, level: 2 } : { kind: as, span, text };
}

function setValue(record, name, value) {
  record[name] = value;
  if (name === "byline") record.authors = authorsIn(value);
  if (name in CONFIDENT) record.confidence[CONFIDENT[name]] = 1;
  record.warnings = record.warnings.filter(({ code }) => code !== WARNED[name]);
}

/** A value whose words were given to another is no more. */
function loseValue(record, name) {
  record[name] = null;
  if (name === "byline") record.authors = [];
  if (name in CONFIDENT) record.confidence[CONFIDENT[name]] = null;
}

const authorsIn = (byline) => byline.replace(BY, "").split(BETWEEN_AUTHORS).filter(Boolean);

/** Other names of who is called `name`: those that stand in the source. */
const aliasesOf = (source, name, others) => {
  const text = source.cut(0, source.length);
  return [...new Set(others)].filter((other) => other !== name && text.includes(other));
};

const saidAt = (record, list, at) => record[list].find((said) => sameSpan(spansOf(said)[0], at));

/** All of an utterance that the same person is said to have uttered. */
const piecesOf = (record, said) =>
  [...record.quotes, ...record.reports].filter(
    (other) => other.utterance === said.utterance && other.speaker === said.speaker);

function giveTo(record, said, speakers) {
  said.speaker_ids = speakers.map(({ name, kind }) => {
    const known = record.speakers.findIndex((one) => one.name === name);
    if (known >= 0) return known;
    record.speakers.push({ name, role: null, kind, pronoun: null, aliases: [], quotes: [], reports: [], fresh: true });
    return record.speakers.length - 1;
  });
  said.confidence = 1;
  if (said.decided_by) said.decided_by = ["correction"];
}

/** The span of words that are marked as a quote, without their quotation marks. */
function quotedSpan(source, span) {
  let [start, end] = span;
  while (start < end && (MARKS.includes(source.at(start)) || isWhite(source.at(start)))) start++;
  while (start < end && (MARKS.includes(source.at(end - 1)) || isWhite(source.at(end - 1)))) end--;
  return start < end ? [start, end] : null;
}

/** A whole utterance begins with a capital and ends as sentences do. */
const quoteKind = (text) => (/^\p{Lu}/u.test(text) && /[.!?…,]$/.test(text) ? "direct" : "partial");

/** A new record: `original` with the corrections that fit, and the number of those that do not. */
function corrected(original, corrections, source) {
  const record = structuredClone(original);
  let unfit = 0;
  for (const correction of corrections) {
    const inside = !correction.at || correction.at[1] <= source.length;
    if (!inside || !CORRECTIONS[correction.do](record, correction, source)) unfit++;
  }
  record.corrected = changesOf(original, record);
  return { record, unfit };
}

const isSpan = (value) =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isInteger) && 0 <= value[0] && value[0] < value[1];
const isName = (value) => typeof value === "string" && !isWhite(value) && value.length <= NAME_LENGTH;
const SPEAKER_KINDS = ["person", "organization", "group", "document"];
const areSpeakers = (value) =>
  Array.isArray(value) && value.every((one) => isName(one?.name) && SPEAKER_KINDS.includes(one.kind));
const isList = (value) => value === "quotes" || value === "reports";
const TARGETS = ["title", "subtitle", "byline", "published", "modified", "heading", "paragraph", "removed"];

/** Whether what a browser kept is a correction: others may have written it. */
const SOUND = {
  speaker: (c) => isList(c.list) && isSpan(c.at) && areSpeakers(c.speakers),
  drop: (c) => isList(c.list) && isSpan(c.at),
  quote: (c) => isSpan(c.at) && ["direct", "partial"].includes(c.kind) && areSpeakers(c.speakers),
  rename: (c) => isName(c.name) && isName(c.to),
  merge: (c) => isName(c.name) && isName(c.into),
  assign: (c) => isSpan(c.at) && TARGETS.includes(c.as) &&
    (c.as === "published" || c.as === "modified" ? DATE.test(c.value) : c.value === undefined),
};
const isSound = (value) => Object.hasOwn(SOUND, value?.do ?? "") && SOUND[value.do](value);
