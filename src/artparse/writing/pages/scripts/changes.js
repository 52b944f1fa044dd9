// What differs between a record and its corrected form, as the record's own `corrected` says it.

const VALUES = ["title", "subtitle", "byline", "published", "modified", "authors"];

/** The list of changes: those that `original` has already, and those that led to `record`. */
function changesOf(original, record) {
  const found = [
    ...changedValues(original, record),
    ...changedParts(original, record),
    ...changedSpeakers(original, record),
    ...["quotes", "reports"].flatMap((list) => changedSaid(original, record, list)),
  ];
  const changes = [];
  for (const change of [...original.corrected, ...found]) {
    const next = { ...change, field: placedIn(record, change) };
    const earlier = changes.findIndex((one) => leadsTo(one, next));
    if (earlier < 0) changes.push(next);
    else changes[earlier] = { ...next, before: changes[earlier].before };
  }
  return changes.filter(({ before, after }) => before !== after);
}

/** Whether `next` changes again what `earlier` changed. */
function leadsTo(earlier, next) {
  if (nameless(earlier.field) !== nameless(next.field)) return false;
  if (VALUES.includes(next.field)) return true;
  return next.span ? sameSpan(earlier.span, next.span) : earlier.after === next.before;
}

/** A field's name without numbers: `quotes.speaker`. */
const nameless = (field) => field.replace(/\[\d+\]/g, "");

function changedValues(original, record) {
  const changes = [];
  const compare = (field, before, after, span) => {
    if (before !== after) changes.push({ field, span, before, after });
  };
  for (const name of VALUES.slice(0, -1))
    compare(name, original[name], record[name], record.spans[name]);
  compare("authors", original.authors.join("; ") || null, record.authors.join("; ") || null, record.spans.byline);
  return changes;
}

/** Headings and paragraphs with their fields, by kind and span. */
function bodyParts(record) {
  const parts = new Map();
  record.sections.forEach((section, s) => {
    if (section.span) parts.set(`heading ${section.span}`, { field: `sections[${s}].heading`, text: section.heading, span: section.span });
    section.paragraphs.forEach(({ span, text, kind }, p) =>
      parts.set(`${kind} ${span}`, { field: `sections[${s}].paragraphs[${p}]`, text, span }));
  });
  return parts;
}

function changedParts(original, record) {
  const [before, after] = [bodyParts(original), bodyParts(record)];
  const lost = [...before].filter(([key]) => !after.has(key))
    .map(([, { text, span }]) => ({ field: "sections", span, before: text, after: null }));
  const gained = [...after].filter(([key]) => !before.has(key))
    .map(([, { field, text, span }]) => ({ field, span, before: null, after: text }));
  return [...lost, ...gained];
}

const keyed = (record, list) => new Map(record[list].map((said, i) => [String(spansOf(said)[0]), { said, i }]));

function changedSaid(original, record, list) {
  const changes = [];
  const [before, after] = [keyed(original, list), keyed(record, list)];
  for (const [key, { said }] of before)
    if (!after.has(key)) changes.push({ field: list, span: spansOf(said)[0], before: said.text, after: null });
  for (const [key, { said, i }] of after) {
    const old = before.get(key)?.said;
    const span = spansOf(said)[0];
    if (!old) changes.push({ field: `${list}[${i}]`, span, before: null, after: said.text });
    if ((old?.speaker ?? null) !== said.speaker)
      changes.push({ field: `${list}[${i}].speaker`, span, before: old?.speaker ?? null, after: said.speaker });
  }
  return changes;
}

/** Speakers all of whose words went to one other: they were renamed, or are the same. */
function changedSpeakers(original, record) {
  const now = { quotes: keyed(record, "quotes"), reports: keyed(record, "reports") };
  const names = new Set(record.speakers.map(({ name }) => name));
  const changes = [];
  for (const speaker of original.speakers) {
    if (names.has(speaker.name)) continue;
    const heirs = new Set();
    for (const list of ["quotes", "reports"])
      for (const i of speaker[list]) {
        const said = now[list].get(String(spansOf(original[list][i])[0]))?.said;
        const place = original[list][i].speaker_ids.indexOf(original.speakers.indexOf(speaker));
        heirs.add(said?.speaker_ids[place] ?? null);
      }
    const [heir] = heirs;
    if (heirs.size === 1 && heir !== null)
      changes.push({ field: `speakers[${heir}].name`, span: null, before: speaker.name, after: record.speakers[heir].name });
  }
  return changes;
}

/** The field of an earlier change as it is numbered now: what it concerns may have moved. */
function placedIn(record, { field, span, after }) {
  const [, list, rest] = /^(quotes|reports|sections|speakers)\[\d+\](.*)$/.exec(field) ?? [];
  if (!list) return field;
  if (list === "speakers") {
    const i = record.speakers.findIndex(({ name }) => name === after);
    return i < 0 ? list : `speakers[${i}]${rest}`;
  }
  if (list === "sections") {
    const part = [...bodyParts(record).values()].find((one) => sameSpan(one.span, span));
    return part?.field ?? list;
  }
  const i = record[list].findIndex((said) => sameSpan(spansOf(said)[0], span));
  return i < 0 ? list : `${list}[${i}]${rest}`;
}
