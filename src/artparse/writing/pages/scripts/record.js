// A record taken apart into what holds each stretch of its source text, and put together again.

const SCALARS = ["title", "subtitle", "byline", "published", "modified", "breadcrumb"];
const PARAGRAPHS = ["paragraph", "list_item", "blockquote", "code"];

/** Words of a span as a part of this kind has them: code keeps its white space. */
const textOf = (source, span, kind) => (kind === "code" ? source.cut(...span) : folded(source.cut(...span)));

/** Every part of the source text, in source order: `{kind, span, text}`, and what else its kind has. */
function partition(record) {
  const holders = [];
  for (const kind of SCALARS) if (record.spans[kind]) holders.push({ kind, span: record.spans[kind] });
  for (const section of record.sections) {
    if (section.span) holders.push({ kind: "heading", span: section.span, text: section.heading, level: section.level });
    for (const paragraph of section.paragraphs) holders.push({ ...paragraph });
  }
  for (const block of record.removed) holders.push({ ...block, kind: "removed" });
  return holders.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** `holder` without what lies in `span`: none, one or two of the same kind. */
function without(source, holder, span) {
  const [start, end] = holder.span;
  if (span[1] <= start || end <= span[0]) return [holder];
  const left = trimmed(source, [start, Math.max(start, Math.min(end, span[0]))]);
  const right = trimmed(source, [Math.max(start, span[1]), end]);
  return [left, right].filter(Boolean).map((piece) => pieceOf(source, holder, piece));
}

/** The part of `holder` in `span`; of a value that is cut, what is left is not of the article. */
function pieceOf(source, holder, span) {
  if (SCALARS.includes(holder.kind)) return removedAs(source, span);
  const text = textOf(source, span, holder.kind);
  const left = span[0] === holder.span[0] ? text.slice(markerOf(source, holder).length) : text;
  return left ? { ...holder, span, text: left } : removedAs(source, span);
}

/** What stands before the text of a list item, and is no part of it. */
function markerOf(source, { kind, span, text }) {
  if (kind !== "list_item") return "";
  const whole = folded(source.cut(...span));
  return whole.slice(0, Math.max(0, whole.length - text.length));
}

/** `span`, from the marker on where it takes all of a list item's text. */
function withMarker(source, holders, span) {
  const item = holders.find((one) => one.span[0] < span[0] && span[0] < one.span[1] && one.kind === "list_item");
  const before = item && folded(source.cut(item.span[0], span[0]));
  return item && span[1] >= item.span[1] && before === markerOf(source, item).trim() ? [item.span[0], span[1]] : span;
}

const removedAs = (source, span, reason = "other") => ({
  kind: "removed", span, text: folded(source.cut(...span)), reason, decided_by: null,
});

/** `record` with these parts, and all that follows from them: sections, removed blocks, body, places. */
function withParts(record, holders) {
  holders = [...holders].sort((a, b) => a.span[0] - b.span[0]);
  const sections = [];
  const removed = [];
  const spans = Object.fromEntries(SCALARS.map((name) => [name, null]));
  for (const { kind, span, text, level, reason, decided_by } of holders) {
    if (SCALARS.includes(kind)) spans[kind] = span;
    else if (kind === "removed") removed.push({ text, span, reason, decided_by });
    else if (kind === "heading") sections.push({ heading: text, level, span, paragraphs: [] });
    else {
      if (!sections.length) sections.push({ heading: null, level: 2, span: null, paragraphs: [] });
      sections.at(-1).paragraphs.push({ text, span, kind });
    }
  }
  const texts = sections.flatMap((s) => [s.heading, ...s.paragraphs.map((p) => p.text)]).filter(Boolean);
  const body = texts.join("\n\n");
  Object.assign(record, { sections, removed, spans, body, words: wordsOf(body).length });
  placeSaid(record);
}

/** Give quotes and reports the section and paragraph that they lie in, and leave out what lies in none. */
function placeSaid(record) {
  const places = [];
  for (const name of ["title", "subtitle"])
    if (record.spans[name]) places.push({ span: record.spans[name], section: null, paragraph: null });
  record.sections.forEach((section, s) => {
    if (section.span) places.push({ span: section.span, section: s, paragraph: null });
    section.paragraphs.forEach(({ span, kind }, p) => {
      if (kind !== "code") places.push({ span, section: s, paragraph: p });
    });
  });
  places.sort((a, b) => a.span[0] - b.span[0]);
  for (const list of ["quotes", "reports"])
    record[list] = record[list].filter((said) => {
      const place = placeOf(places, spansOf(said));
      if (place) Object.assign(said, { section: place.section, paragraph: place.paragraph });
      return Boolean(place);
    });
}

/** The one of `places`, which are sorted, that all of `spans` lie in. */
function placeOf(places, spans) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].span[0] <= spans[0][0]) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place && spans.every(([start, end]) => place.span[0] <= start && end <= place.span[1]) ? place : null;
}

/** Where a quote or a report stands: its spans. */
const spansOf = (said) => said.spans ?? [said.span];

/** Bring speakers and what they said in order: numbers, names, who is left with nothing said. */
function settle(record) {
  for (const list of ["quotes", "reports"])
    record[list].sort((a, b) => spansOf(a)[0][0] - spansOf(b)[0][0] || spansOf(a)[0][1] - spansOf(b)[0][1]);
  const first = new Map();
  for (const said of [...record.quotes, ...record.reports])
    for (const i of said.speaker_ids) first.set(i, Math.min(first.get(i) ?? Infinity, spansOf(said)[0][0]));
  const order = inOrder(record.speakers, first);
  const numbers = new Map(order.map((old, i) => [old, i]));
  record.speakers = order.map((old) => {
    const { fresh, ...speaker } = record.speakers[old];
    return { ...speaker, quotes: [], reports: [] };
  });
  for (const list of ["quotes", "reports"])
    record[list].forEach((said, i) => {
      said.speaker_ids = [...new Set(said.speaker_ids)].map((old) => numbers.get(old));
      for (const number of said.speaker_ids) record.speakers[number][list].push(i);
      said.speaker = said.speaker_ids.map((number) => record.speakers[number].name).join(" and ") || null;
    });
}

/** Indexes of those who said something: as they came, and new ones by what they said first. */
function inOrder(speakers, first) {
  const said = speakers.map((_, i) => i).filter((i) => first.has(i));
  const order = said.filter((i) => !speakers[i].fresh);
  for (const i of said.filter((i) => speakers[i].fresh)) {
    const before = order.findIndex((other) => first.get(other) > first.get(i));
    order.splice(before < 0 ? order.length : before, 0, i);
  }
  return order;
}
