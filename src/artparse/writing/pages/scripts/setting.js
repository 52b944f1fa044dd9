// A record set for reading, as `setting.py` and `html.py` set it: parts, cut into runs where quotes,
// reports, cues and mentions begin and end.

const QUOTATION_MARKS = new Set(MARKS);
const COLOURS = 8;
const UNSURE = 0.6;
const ROLES = ["quote", "report", "cue", "mention"];

/** Quotes, then reports: what the page numbers through. */
const saidIn = (record) => [...record.quotes, ...record.reports];

const colourOf = (said) => (said.speaker_ids.length ? `s${said.speaker_ids[0] % COLOURS}` : "unnamed");

/** The parts of a record in source order: `{kind, span, runs, level, reason}`. */
function partsOf(record, source) {
  const texts = { title: record.title, subtitle: record.subtitle };
  const parts = partition(record)
    .filter(({ kind }) => kind in texts || !SCALARS.includes(kind))
    .map((part) => ({ level: 0, reason: null, ...part, text: part.text ?? texts[part.kind], inside: [] }));
  const starts = parts.map(({ span }) => span[0]);
  for (const mark of marksOf(record, source)) {
    let i = Math.max(countUpTo(starts, mark.span[0]) - 1, 0);
    for (; i < parts.length && starts[i] < mark.span[1]; i++) parts[i].inside.push(mark);
  }
  return parts.map((part) => ({ ...part, runs: runsOnce(source, part) }));
}

/** Runs of parts as they were cut before, whatever number has what was said in them. */
const knownRuns = new Map();

function runsOnce(source, part) {
  const said = [...new Set(part.inside.map(({ i }) => i))].sort((a, b) => a - b);
  const inside = part.inside.map((mark) => ({ ...mark, i: said.indexOf(mark.i) }));
  const key = `${part.kind} ${part.span} ${part.text.length} ${inside.map(({ span, role, i }) => `${role} ${i} ${span}`)}`;
  let runs = knownRuns.get(key);
  if (!runs) {
    runs = runsOf(source, { ...part, inside });
    if (!runs.length) runs = [{ text: part.text }];
    knownRuns.set(key, runs);
  }
  return runs.map((run) => {
    const numbered = { text: run.text };
    for (const role of ROLES) if (run[role]) numbered[role] = run[role].map((i) => said[i]);
    return numbered;
  });
}

/** How many of the sorted `numbers` are at most `limit`. */
function countUpTo(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function marksOf(record, source) {
  const marks = [];
  saidIn(record).forEach((said, i) => {
    if (said.span) {
      let [start, end] = said.span;
      if (start && QUOTATION_MARKS.has(source.at(start - 1))) start--;
      if (QUOTATION_MARKS.has(source.at(end))) end++;
      marks.push({ span: [start, end], role: "quote", i });
    } else for (const span of said.spans) marks.push({ span, role: "report", i });
    if (said.cue) marks.push({ span: said.cue.span, role: "cue", i });
    if (said.mention) marks.push({ span: said.mention.span, role: "mention", i });
  });
  return marks;
}

function runsOf(source, { span, text, inside }) {
  const active = Object.fromEntries(ROLES.map((role) => [role, new Set()]));
  const events = new Map([[span[0], []], [span[1], []]]);
  const note = (at, event) => (events.get(at) ?? events.set(at, []).get(at)).push(event);
  for (const mark of inside) {
    const start = Math.max(mark.span[0], span[0]);
    const end = Math.min(mark.span[1], span[1]);
    if (start >= end) continue;
    note(start, { opens: true, mark });
    note(end, { opens: false, mark });
  }
  const at = [...events.keys()].sort((a, b) => a - b);
  const runs = [];
  let skip = Array.from(folded(source.cut(...span))).length - Array.from(text).length;
  let afterSpace = true;
  for (let k = 0; k + 1 < at.length; k++) {
    for (const { opens, mark } of events.get(at[k])) active[mark.role][opens ? "add" : "delete"](mark.i);
    let piece = foldedPiece(source.cut(at[k], at[k + 1]), afterSpace, at[k + 1] === span[1]);
    afterSpace = piece ? piece.endsWith(" ") : afterSpace;
    const points = Array.from(piece);
    piece = points.slice(Math.max(skip, 0)).join("");
    skip = Math.max(skip - points.length, 0);
    if (piece) runs.push({ text: piece, ...Object.fromEntries(ROLES.map((role) => [role, [...active[role]].sort((a, b) => a - b)])) });
  }
  return runs;
}

/** `piece` with runs of white space as one space, which the piece before may have given already. */
function foldedPiece(piece, afterSpace, last) {
  const inner = folded(piece);
  if (!inner) return afterSpace || last || !piece ? "" : " ";
  const before = isWhite(piece[0]) && !afterSpace ? " " : "";
  return before + inner + (isWhite(piece.at(-1)) && !last ? " " : "");
}

/** The parts that are set together: a list's items, removed blocks of one reason, or one alone. */
function blocksOf(parts) {
  const blocks = [];
  let level = 1;
  let setting = null;
  for (const part of parts) {
    if (part.kind === "title" || part.kind === "subtitle") continue;
    const together = part.kind === "list_item" || part.kind === "removed";
    const own = together ? `${part.kind} ${part.reason}` : null;
    if (own && own === setting) blocks.at(-1).parts.push(part);
    else {
      const [around, tag] = ELEMENTS[part.kind] ?? [null, "p"];
      if (part.kind === "heading") level = Math.max(2, Math.min(part.level, level + 1, 6));
      blocks.push({ kind: part.kind, around, tag: part.kind === "heading" ? `h${level}` : tag, reason: part.reason, parts: [part] });
    }
    setting = own;
  }
  return blocks;
}

const ELEMENTS = {
  list_item: ["ul", "li"], blockquote: ["blockquote", "p"], code: ["pre", "code"], removed: ["div", "p"],
};

/** A function from a place in the source to the number of its line. */
function linesOf(source) {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const here = source.at(i);
    if (here === "\n" || (here === "\r" && source.at(i + 1) !== "\n")) starts.push(i + 1);
  }
  return (position) => countUpTo(starts, position);
}

/** What the notes say, in the order of `saidIn`. */
function notesOf(record, source) {
  const lineOf = linesOf(source);
  const all = saidIn(record);
  const pieces = new Map();
  for (const said of all) pieces.set(said.utterance, [...(pieces.get(said.utterance) ?? []), said]);
  const changed = changedSpans(record);
  return all.map((said, i) => {
    const together = pieces.get(said.utterance);
    const unsure = said.confidence < UNSURE;
    const report = !said.span;
    const number = report ? `r${i - record.quotes.length + 1}` : String(i + 1);
    const who = said.speaker ?? "Not named";
    const isChanged = changed.has(`${report ? "reports" : "quotes"} ${spansOf(said)[0]}`);
    const facts = [
      ["Kind", report ? "report" : said.kind],
      ["Cue", said.cue?.text],
      ["Mention", said.mention?.text],
      ["Confidence", `${percent(said.confidence)}${unsure ? ", check" : ""}`],
      ["Line", String(lineOf(spansOf(said)[0][0]))],
      ["Piece", together.length > 1 ? `${together.indexOf(said) + 1} of ${together.length}` : null],
    ].filter(([, value]) => value);
    const roles = said.speaker_ids.map((s) => record.speakers[s].role).filter(Boolean).join("; ");
    return {
      key: [said.text, colourOf(said), said.speaker_ids, who, roles, unsure, isChanged, facts].join("\n"),
      numbers: number,
      said, number, report, who, unsure, facts, corrected: isChanged, colour: colourOf(said),
      label: `${report ? "Report" : "Quote"} ${number}, ${who}${unsure ? ", to be checked" : ""}${isChanged ? ", corrected" : ""}`,
      speakers: said.speaker_ids.join(" ") || "-1",
      roles,
    };
  });
}

/** As Python rounds a share to whole per cents: halves to the even one. */
function percent(share) {
  const exact = share * 100;
  const low = Math.floor(exact);
  const up = exact - low > 0.5 || (exact - low === 0.5 && low % 2);
  return `${low + (up ? 1 : 0)}%`;
}

/** Fields without numbers, each with a span, of all that was corrected. */
function changedSpans(record) {
  const keys = new Set();
  for (const { field, span } of record.corrected) {
    keys.add(nameless(field));
    if (span) keys.add(`${field.split(/[[.]/)[0]} ${span}`);
  }
  return keys;
}

/** The lines of the legend. */
function keysOf(record) {
  const words = (list) => list.reduce((sum, said) => sum + wordsOf(said.text).length, 0);
  const lines = record.speakers.map((speaker, i) => ({
    speaker: i, name: speaker.name, role: speaker.role, colour: `s${i % COLOURS}`,
    quotes: speaker.quotes.map((q) => record.quotes[q]), reports: speaker.reports.length,
  }));
  const unnamed = record.quotes.filter((quote) => !quote.speaker_ids.length);
  const reports = record.reports.filter((report) => !report.speaker_ids.length).length;
  if (unnamed.length || reports)
    lines.push({ speaker: -1, name: "Not named", role: null, colour: "unnamed", quotes: unnamed, reports });
  const counts = lines.map((line) => words(line.quotes));
  const most = Math.max(1, ...counts);
  return lines.map((line, i) => ({
    ...line,
    share: ((100 * counts[i]) / most).toFixed(1),
    counts: [counted(line.quotes.length, "quote"), counted(counts[i], "word"),
      ...(line.reports ? [counted(line.reports, "report")] : [])].join(", "),
  }));
}
