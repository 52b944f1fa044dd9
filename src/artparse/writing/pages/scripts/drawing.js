// A record drawn as the page's elements: what `article.html` is for a page as it was written. Texts of
// the record become text nodes and values of attributes only.

const joined = (...names) => names.filter(Boolean).join(" ") || null;

/** Runs as they are drawn: with classes, and the numbers of what ends in them. */
function stretchesOf(runs, notes) {
  return runs.map((run, k) => {
    const roles = ROLES.filter((role) => run[role]?.length);
    if (!roles.length) return { text: run.text };
    const next = runs[k + 1];
    const following = [...(next?.quote ?? []), ...(next?.report ?? [])];
    const ending = [...run.quote, ...run.report].filter((i) => !following.includes(i));
    return {
      text: run.text,
      tag: run.quote.length ? "mark" : "span",
      classes: [...roles, notes[run[roles[0]].at(-1)].colour].join(" "),
      data: roles.map((role) => [`data-${role}`, run[role].join(" ")]),
      refs: ending.map((i) => {
        const { number, label, unsure, report, corrected } = notes[i];
        return { number, label, unsure, report, corrected };
      }),
    };
  });
}

const drawStretches = (stretches) => stretches.map(({ text, tag, classes, data, refs }) =>
  tag ? element(tag, { class: classes, ...Object.fromEntries(data) }, text, refs.map(drawRef)) : text);

const drawRef = ({ number, label, unsure, report, corrected }) => element("a", {
  class: joined("ref", report && "quiet", corrected && "changed"), id: `q${number}`, href: `#n${number}`,
  "aria-label": label, "aria-describedby": `d${number}`,
}, number + (unsure ? "?" : ""));

/** Blocks as they are drawn, each with what tells it from others (`key`), and the numbers in it. */
function plansOf(record, parts, notes) {
  const changed = changedSpans(record);
  return blocksOf(parts).map((block) => {
    const pieces = block.parts.map(({ kind, span, runs }) => ({
      span, corrected: kind !== "removed" && changed.has(`sections ${span}`), stretches: stretchesOf(runs, notes),
    }));
    return { ...block, parts: pieces, ...keysOfBlock(block, pieces) };
  });
}

function keysOfBlock({ kind, tag, reason }, pieces) {
  const key = [kind, tag, reason];
  const numbers = [];
  for (const { span, corrected, stretches } of pieces) {
    key.push(span, corrected);
    for (const { text, classes, data, refs } of stretches) {
      key.push(text, classes);
      numbers.push(data);
      for (const { number, label, unsure, report, corrected: isChanged } of refs ?? []) {
        key.push(unsure, report, isChanged);
        numbers.push(number, label);
      }
    }
  }
  return { key: key.join("\n"), numbers: numbers.join("\n") };
}

function drawBlock({ kind, around, tag, reason, parts }) {
  const pieces = parts.map(({ span, corrected, stretches }) =>
    element(tag, { dir: "auto", "data-span": span.join(" "), class: joined(corrected && "changed") }, drawStretches(stretches)));
  if (!around) return pieces[0];
  return element(around, { class: kind }, reason ? element("p", { class: "reason" }, `Removed: ${reason}`) : null, pieces);
}

/** Give what was drawn of a block the numbers of another plan of it. */
function numberBlock(block, { parts }) {
  const drawn = [...block.querySelectorAll("mark, span[class]")];
  for (const { stretches } of parts)
    for (const { tag, data, refs } of stretches) {
      if (!tag) continue;
      const stretch = drawn.shift();
      for (const [name, value] of data) stretch.setAttribute(name, value);
      const links = [...stretch.children].filter((child) => child.matches(".ref"));
      refs.forEach((ref, i) => numberRef(links[i], ref));
    }
}

function numberRef(link, { number, label, unsure }) {
  link.id = `q${number}`;
  link.setAttribute("href", `#n${number}`);
  link.setAttribute("aria-label", safe(label));
  link.setAttribute("aria-describedby", `d${number}`);
  link.textContent = number + (unsure ? "?" : "");
}

/** Likewise a note, and what a person can do with it. */
function numberNote(note, { number, report }) {
  note.id = `n${number}`;
  const back = note.querySelector(".back");
  back.setAttribute("href", `#q${number}`);
  back.setAttribute("aria-label", `Back to ${report ? "report" : "quote"} ${number} in the article`);
  note.querySelector(".number").textContent = number;
  note.querySelector(".who").id = `d${number}`;
  note.querySelector(".pick")?.setAttribute("aria-label", pickLabel(number));
  note.querySelector(".copy-one")?.setAttribute("aria-label", copyLabel(number));
  const pen = note.querySelector(".pen");
  if (pen) Object.assign(pen, { id: `pen-n${number}`, ariaLabel: `Correct ${number}` });
}

function drawHead(record, parts, notes, before) {
  const changed = changedSpans(record);
  const mark = (name) => changed.has(name) && "changed";
  const set = (name, otherwise) => {
    const part = parts.find(({ kind }) => kind === name);
    return part ? drawStretches(stretchesOf(part.runs, notes)) : otherwise;
  };
  const time = (name, words) => record[name] &&
    element("time", { datetime: record[name], class: joined(mark(name)) }, words + dateInWords(record[name]));
  const address = /^https?:\/\//i.test(record.source.url ?? "") ? record.source.url : null;
  const site = address
    ? element("a", { href: address, rel: "noopener noreferrer" }, record.site || "source")
    : record.site && element("span", {}, record.site);
  return [
    record.breadcrumb.length ? element("p", { class: "breadcrumb" }, record.breadcrumb.map((crumb) => element("span", {}, crumb))) : null,
    ...before.map(drawBlock),
    element("h1", { dir: "auto", class: joined(mark("title")) }, set("title", record.title ?? "Untitled")),
    record.subtitle ? element("p", { class: joined("subtitle", mark("subtitle")), dir: "auto" }, set("subtitle", record.subtitle)) : null,
    element("p", { class: "facts" },
      record.byline ? element("span", { class: joined("byline", mark("byline")) }, record.byline) : null,
      time("published", ""), time("modified", "updated "), site || null),
    record.warnings.length
      ? element("ul", { class: "warnings", lang: "en", dir: "ltr", "aria-label": "Warnings" }, record.warnings.map(({ message }) => element("li", {}, message)))
      : null,
  ].filter(Boolean);
}

function drawKey({ speaker, name, role, colour, share, counts }) {
  const bar = svg("svg", { class: "share", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(svg("rect", { width: share, height: "4" }));
  return element("li", {}, element("button", { type: "button", class: `key ${colour}`, "aria-pressed": "false", "data-speaker": speaker },
    element("span", { class: "name", dir: "auto" }, name),
    role ? element("span", { class: "role", dir: "auto" }, role) : null,
    bar,
    element("span", { class: "counts" }, counts)));
}

const drawNote = (language) => ({ said, number, report, who, roles, unsure, corrected, colour, speakers, facts }) => element("li",
  { id: `n${number}`, class: joined(colour, unsure && "unsure", corrected && "changed"), "data-speakers": speakers, tabindex: "-1" },
  element("a", { class: "back", href: `#q${number}`, "aria-label": `Back to ${report ? "report" : "quote"} ${number} in the article` }, "↑"),
  element("span", { class: "number" }, number),
  element("p", { class: "words", dir: "auto", lang: language }, said.text),
  element("div", { class: "who", id: `d${number}` },
    element("p", { class: "speaker", dir: "auto" }, element("b", {}, who), roles ? element("span", {}, roles) : null),
    element("dl", {}, facts.map(([name, value]) => element("div", {}, element("dt", {}, name), " ", element("dd", { class: name, dir: "auto" }, value))))));

const drawChange = ({ field, before, after }) => element("li", {},
  element("b", {}, field), " ",
  before === null ? null : element("del", { dir: "auto" }, before), " ",
  after === null ? null : element("ins", { dir: "auto" }, after));

/** A list of notes, or of corrections, with its heading. */
const drawList = (classes, id, heading, title, items) => element("section", { class: classes, id, "aria-labelledby": `${title}-title` },
  element("h2", { id: `${title}-title` }, heading), element("ol", {}, items));
