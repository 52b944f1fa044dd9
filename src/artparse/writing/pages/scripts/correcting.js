// Correcting, turned on by a button: what can be corrected then has a pen, and words can be chosen.

const toolbar = element("div", { class: "correcting", role: "region", "aria-label": "Correcting", hidden: true });
const buttons = {
  undo: element("button", { type: "button", id: "undo" }, "Undo"),
  redo: element("button", { type: "button", id: "redo" }, "Redo"),
};
const state = element("span", { id: "state" });
const hint = element("span", { class: "hint" }, "Choose words, a number or a pen.");
toolbar.append(buttons.undo, buttons.redo, state, hint);

const isCorrecting = () => byId("correct").ariaPressed === "true";

function pen(id, label, open) {
  const button = element("button", { type: "button", class: "pen", id, "aria-label": label }, "✎");
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    open(button.id);
  });
  return button;
}

const openingOf = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Give everything that can be corrected a pen, or take them all away. */
function putPens() {
  const on = isCorrecting();
  document.body.classList.toggle("correct", on);
  if (!on) {
    for (const one of document.querySelectorAll(".pen")) one.remove();
    return;
  }
  penHead();
  for (const block of article.querySelectorAll(".body [data-span], .head [data-span]")) if (!block.querySelector(".pen")) penBlock(block);
  document.querySelectorAll(".key").forEach((key) => {
    const speaker = shown.record.speakers[key.dataset.speaker];
    if (speaker && !key.parentElement.querySelector(".pen"))
      key.after(pen(`pen-speaker-${key.dataset.speaker}`, `Correct ${speaker.name}`, (id) => askSpeaker(speaker, id)));
  });
  entries.forEach(({ note }, i) => {
    if (!note.querySelector(".pen")) note.querySelector(".use").append(" ", pen(`pen-${note.id}`, `Correct ${note.id.slice(1)}`, (id) => askSaid(indexOfNote(note), id)));
  });
}

function penHead() {
  const facts = article.querySelector(".facts");
  const title = article.querySelector("h1");
  if (!title.querySelector(".pen")) title.append(pen("pen-title", "Correct the title", (id) => askValue("title", id)));
  if (facts.querySelector(".pen")) return;
  for (const [name, label] of [["byline", "byline"], ["published", "date"]])
    facts.append(element("span", { class: "fix" }, `${label} `, pen(`pen-${name}`, `Correct the ${label}`, (id) => askValue(name, id))));
}

const spanOf = (block) => block.dataset.span.split(" ").map(Number);

function penBlock(block) {
  const words = openingOf(block.textContent);
  block.append(pen(`pen-block-${spanOf(block)[0]}`, `Correct: ${words}`, (id) => askBlock(block, null, id)));
}

/** What stands in a block, with the place in the source of each unit; a list item without its marker. */
function shownBlock(block) {
  const span = spanOf(block);
  const whole = shownAs(source, span);
  const item = shown.record.sections.flatMap((s) => s.paragraphs).find((p) => p.kind === "list_item" && sameSpan(p.span, span));
  return item ? shownAs(source, span, { skip: whole.text.length - safe(item.text).length }) : whole;
}

// Who said it

function askSaid(index, returnTo) {
  const said = saidIn(shown.record)[index];
  const list = said.span ? "quotes" : "reports";
  const pieces = piecesOf(shown.record, said).length;
  const { set, answer } = speakerChoice(shown.record, said.speaker, [
    { value: "none", label: said.span ? "No quote: nobody said these words" : "No report: nobody said this" },
  ]);
  const at = spansOf(said)[0];
  ask({
    title: `${said.span ? "Quote" : "Report"}: who said it?`,
    nodes: [element("blockquote", { dir: "auto" }, said.text), pieces > 1 ? element("p", {}, `All ${pieces} pieces of what was said are corrected together.`) : null, set],
    action: "Correct",
    returnTo,
    answer: () => {
      const who = answer();
      if (who === null) return "Write a name, or choose one.";
      const fits = who === "none" ? correct({ do: "drop", list, at }) : correct({ do: "speaker", list, at, speakers: who });
      if (!fits) return "That cannot be corrected any more.";
      tell(who === "none" ? "Not listed any more" : `Said by ${who.map(({ name }) => name).join(" and ") || "nobody who is named"}`);
      return null;
    },
  });
}

/** Another name for a speaker, or the same as another. */
function askSpeaker(speaker, returnTo) {
  const name = element("input", { type: "text", id: "new-name", value: speaker.name, maxlength: NAME_LENGTH, autocomplete: "off" });
  const others = shown.record.speakers.filter((other) => other.name !== speaker.name);
  const same = element("select", { id: "same-as" }, element("option", { value: "" }, "nobody else"),
    others.map((other, i) => element("option", { value: i }, other.name)));
  ask({
    title: `Correct ${speaker.name}`,
    nodes: [
      element("p", {}, element("label", { for: "new-name" }, "Name "), name),
      element("p", {}, element("label", { for: "same-as" }, "The same as "), same),
    ],
    action: "Correct",
    returnTo,
    answer: () => {
      const to = folded(name.value);
      const into = same.value === "" ? others.find((other) => other.name === to)?.name : others[Number(same.value)].name;
      if (!into && !isName(to)) return "Write a name.";
      if (!into && to === speaker.name) return "Write another name, or choose who it is.";
      const fits = into ? correct({ do: "merge", name: speaker.name, into }) : correct({ do: "rename", name: speaker.name, to });
      if (fits) tell(`${speaker.name} is ${into ?? to}`);
      return fits ? null : "That cannot be corrected any more.";
    },
  });
}

// What words are

const AS = {
  quote: "A quote", paragraph: "A paragraph", heading: "A heading", removed: "Not of the article",
  title: "The title", subtitle: "The standfirst", byline: "The byline", published: "The date",
};

/** Choose some of the words that `shownWords` shows, and say what they are. */
function askWords({ title, shownWords, selected, options, preset, returnTo }) {
  const words = element("textarea", { readonly: true, id: "words", rows: "6", dir: "auto", "aria-describedby": "words-help" });
  words.value = shownWords.text;
  const date = element("input", { type: "text", "aria-label": "The date, as 2025-04-23", placeholder: "2025-04-23", size: "12", maxlength: "25", autocomplete: "off" });
  const choice = choices("They are", "as", options.map((value) => ({
    value, label: AS[value], checked: value === preset, extra: value === "published" ? element("span", { class: "another" }, date) : null,
  })));
  const chosenSpan = () => spanShown(source, shownWords, words.selectionStart, words.selectionEnd);
  const guess = () => {
    const span = chosenSpan();
    const found = span && dateIn(source.cut(...span), shown.record.language);
    if (found) date.value = found;
  };
  for (const event of ["select", "keyup", "pointerup"]) words.addEventListener(event, guess);
  ask({
    title,
    nodes: [
      element("p", {}, element("label", { for: "words" }, "Words")),
      words,
      element("p", { id: "words-help", class: "help" }, "Select the words that you mean: with the mouse, or with Shift and the arrow keys."),
      choice.set,
    ],
    action: "Correct",
    returnTo,
    answer: () => {
      const span = chosenSpan();
      if (!span) return "Select some words first.";
      return assignWords(span, choice.chosen(), date.value.trim(), returnTo);
    },
  });
  words.blur(); // The selection is scrolled to by the focus that comes after it.
  words.setSelectionRange(...(selected ?? [0, words.value.length]));
  words.focus();
  guess();
}

/** Do with `span` what was chosen; what is wrong, or null. */
function assignWords(span, as, date, returnTo) {
  if (as === null) return "Say what they are.";
  if (as === "quote") return beginQuote(span, returnTo);
  if (as === "published" && !isDate(date)) return "Write the date as 2025-04-23.";
  if (!correct({ do: "assign", at: span, as, ...(as === "published" ? { value: date } : {}) })) return "That cannot be corrected.";
  tell(`${AS[as]}: ${openingOf(folded(source.cut(...span)))}`);
  return null;
}

/** Words that are to be a quote: who said them is asked for next. */
function beginQuote(span, returnTo) {
  const at = quotedSpan(source, span);
  if (!at) return "Select some words first.";
  const { record, unfit } = corrected(original, [...past.done, { do: "quote", at, kind: "direct", speakers: [] }], source);
  if (unfit) return "A quote lies within one paragraph, title or heading, and in no other quote.";
  setTimeout(() => askQuote(at, record, returnTo));
  return null;
}

function askQuote(at, record, returnTo) {
  const text = folded(source.cut(...at));
  const { set, answer } = speakerChoice(shown.record, null, []);
  const kind = choices("It is", "kind", [
    { value: "direct", label: "All that was said", checked: quoteKind(text) === "direct" },
    { value: "partial", label: "Words within the reporter’s sentence", checked: quoteKind(text) === "partial" },
  ]);
  ask({
    title: "A new quote: who said it?",
    nodes: [element("blockquote", { dir: "auto" }, text), set, kind.set],
    action: "Mark it",
    returnTo,
    answer: () => {
      const speakers = answer();
      if (speakers === null) return "Write a name, or choose one.";
      if (!correct({ do: "quote", at, kind: kind.chosen(), speakers })) return "That cannot be marked.";
      tell(`Marked: ${openingOf(text)}`);
      return null;
    },
  });
}

function askBlock(block, selected, returnTo) {
  const removed = Boolean(block.closest(".removed"));
  askWords({
    title: removed ? "Words that were removed" : "Words of the article",
    shownWords: shownBlock(block),
    selected,
    options: removed ? ["paragraph", "heading", "title", "subtitle", "byline", "published"] : ["quote", "removed", "heading", "paragraph", "title", "subtitle", "byline", "published"],
    preset: removed ? "paragraph" : selected ? "quote" : "removed",
    returnTo,
  });
}

/** Other words of the whole source for the title, the byline or the date. */
function askValue(name, returnTo) {
  const shownWords = shownAs(source, [0, source.length], { lines: true });
  const span = shown.record.spans[name];
  const units = span && [shownWords.places.findIndex((place) => place >= span[0]), shownWords.places.findLastIndex((place) => place < span[1]) + 1];
  askWords({ title: `Other words for ${AS[name].toLowerCase()}`, shownWords, selected: units ?? [0, 0], options: [name], preset: name, returnTo });
}

// Words chosen with the mouse

/** The place of a point of the page in the shown text of `block`; numbers and pens do not count. */
function unitsBefore(block, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const extra of copy.querySelectorAll(".ref, .pen")) extra.remove();
  return copy.textContent.length;
}

article.addEventListener("pointerup", () => {
  if (!isCorrecting()) return;
  const chosen = getSelection();
  const around = (node) => (node instanceof Element ? node : node?.parentElement)?.closest("[data-span]");
  const block = around(chosen.anchorNode);
  if (chosen.isCollapsed || !block || around(chosen.focusNode) !== block) return;
  const range = chosen.getRangeAt(0);
  const units = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]].map(([node, offset]) => unitsBefore(block, node, offset));
  askBlock(block, units, `pen-block-${spanOf(block)[0]}`);
});

// On and off, undone and done again

function toggleCorrecting() {
  byId("correct").ariaPressed = String(!isCorrecting());
  toolbar.hidden = !isCorrecting();
  hideCard();
  const box = byId("show-removed");
  if (isCorrecting() && box) box.checked = true;
  putPens();
  (globalThis.requestIdleCallback ?? setTimeout)(prepare);
}

function showState() {
  const unsaved = past.done.length !== past.saved;
  buttons.undo.disabled = !past.done.length;
  buttons.redo.disabled = !past.undone.length;
  state.textContent = past.done.length ? `${counted(past.done.length, "correction")}, ${unsaved ? "not saved" : "saved"}` : "No corrections";
}

/** Undo or redo, and leave the focus on a button that can be pressed. */
function step(act, button, other) {
  act();
  if (button.disabled) other.focus();
}

buttons.undo.addEventListener("click", () => step(undo, buttons.undo, buttons.redo));
buttons.redo.addEventListener("click", () => step(redo, buttons.redo, buttons.undo));
document.addEventListener("keydown", (event) => {
  if (!isCorrecting() || dialog.open || !(event.ctrlKey || event.metaKey) || event.target.matches("input[type=text]")) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  (key === "y" || event.shiftKey ? redo : undo)();
});
// What was said leads to its card and note, or to the question who said it.
document.addEventListener("click", (event) => {
  if (!isCorrecting() || event.target.closest?.(".pen") || !getSelection().isCollapsed) return;
  const ref = event.target.closest?.(".ref");
  const entry = ref ? entryOf(ref) : entryAt(event.target);
  if (!entry) return;
  event.preventDefault();
  askSaid(entries.indexOf(entry), entry.ref.id);
});
