// In the index: the quotes of all articles, from the table beside it, which is loaded when it is asked for.

/** Rows that are drawn at once. */
const AT_ONCE = 100;
const quoteTable = { all: null, found: [], drawn: 0, speaker: null, chosen: new Set() };

const quotesList = element("ol", {});
const moreQuotes = element("button", { type: "button", id: "more", hidden: true }, "Show more");
const everyQuote = element("input", { type: "checkbox", id: "every" });
const pickedCount = element("span", { class: "picked", role: "status" });
const quoteTools = exportTools(chosenQuotes, (one) => placeInWords(one.facts), (one) => one.facts, () => "quotes");
byId("quotes").append(
  element("div", { class: "select", role: "group", "aria-label": "Selected quotes" },
    element("label", {}, everyQuote, " Select all found"), quoteTools.nodes, pickedCount),
  quotesList, moreQuotes);

/** What was said in every article, as the table beside this page has it. */
function loadQuotes(then) {
  if (quoteTable.all) return then();
  const script = element("script", { src: "quotes.js" });
  script.onload = () => {
    quoteTable.all = readQuotes(globalThis.artparseQuotes ?? []);
    then();
  };
  script.onerror = () => tell("There is no quotes.js beside this page");
  tell("Loading quotes …");
  document.head.append(script);
}

/** Pieces of one utterance are one row. */
function readQuotes(articles) {
  const byNumber = [...rows].sort((a, b) => a.number - b.number);
  return articles.flatMap(([url, said], i) => {
    const row = byNumber[i];
    if (!row) return [];
    const facts = { title: row.values[0], site: row.values[1], published: row.values[2], url, address: row.row.querySelector("a").getAttribute("href") };
    const utterances = new Map();
    for (const [text, who, role, utterance, report] of said) {
      const key = `${utterance} ${who}`;
      const one = utterances.get(key);
      if (one) one.words += ` ${text}`;
      else utterances.set(key, { words: text, who: who ?? "Not named", named: Boolean(who), role: role ?? "", report: Boolean(report), facts });
    }
    const own = [...utterances.values()];
    for (const one of own) one.plain = plain(`${one.words}\n${one.who}\n${facts.title}`);
    return own;
  });
}

function chosenQuotes() {
  return quoteTable.all.filter((one) => quoteTable.chosen.has(one));
}

/** Show the quotes with every word of the search, of the speaker or time that is asked for. */
function filterQuotes({ words, bar, kind, key }) {
  if (!quoteTable.all) return;
  const speaker = quoteTable.speaker ?? (kind === "speaker" && bar ? bar.dataset.filter : null);
  const name = speaker?.toLowerCase();
  const time = kind === "time" && bar ? key : "";
  quoteTable.found = quoteTable.all.filter((one) =>
    (!name || (one.named && one.who.toLowerCase() === name)) &&
    one.facts.published.startsWith(time) && words.every((word) => one.plain.includes(word)));
  quoteTable.drawn = 0;
  quotesList.replaceChildren();
  drawMore();
  byId("shown").textContent = `${inWords(quoteTable.found.length)} of ${counted(quoteTable.all.length, "utterance")}` +
    (speaker ? ` by ${safe(speaker)}` : "") + (time ? `, ${bar.dataset.filter}` : "");
  countChosen();
}

function drawMore() {
  const next = quoteTable.found.slice(quoteTable.drawn, quoteTable.drawn + AT_ONCE);
  quotesList.append(...next.map((one, i) => drawQuote(one, quoteTable.drawn + i)));
  quoteTable.drawn += next.length;
  moreQuotes.hidden = quoteTable.drawn >= quoteTable.found.length;
}

function drawQuote(one, i) {
  const box = element("input", { type: "checkbox", class: "pick", "data-i": i, "aria-label": `Select quote ${i + 1}` });
  box.checked = quoteTable.chosen.has(one);
  const who = one.named
    ? element("button", { type: "button", class: "by", "data-i": i, title: "All quotes of this speaker" }, one.who)
    : element("span", {}, one.who);
  const { title, site, published, address } = one.facts;
  return element("li", { class: one.report ? "reported" : null },
    box,
    element("p", { class: "words", dir: "auto" }, inMarks(one)),
    element("p", { class: "source" }, who, one.role ? `, ${one.role}` : null, " · ",
      element("a", { href: address, dir: "auto" }, title), ...[site, published && dateInWords(published).split(",")[0]].filter(Boolean).map((text) => ` · ${text}`)));
}

function countChosen() {
  const count = quoteTable.chosen.size;
  quoteTools.enable(count > 0);
  pickedCount.textContent = count ? `${inWords(count)} selected` : "";
  everyQuote.checked = quoteTable.found.length > 0 && quoteTable.found.every((one) => quoteTable.chosen.has(one));
}

const choose = (one, on) => quoteTable.chosen[on ? "add" : "delete"](one);

function chooseFound() {
  for (const one of quoteTable.found) choose(one, everyQuote.checked);
  for (const box of quotesList.querySelectorAll(".pick")) box.checked = everyQuote.checked;
  countChosen();
}

/** Show articles, or quotes. */
function searchIn(quotes) {
  byId("in-quotes").ariaPressed = String(quotes);
  byId("in-articles").ariaPressed = String(!quotes);
  byId("search").placeholder = quotes ? "words, speaker or title" : "title, site or speaker";
  byId("list").hidden = quotes;
  byId("quotes").hidden = !quotes;
  tell("");
  filter();
}

everyQuote.addEventListener("change", chooseFound);
moreQuotes.addEventListener("click", () => {
  const first = quoteTable.drawn;
  drawMore();
  quotesList.children[first]?.querySelector("input").focus();
});
quotesList.addEventListener("change", (event) => {
  choose(quoteTable.found[event.target.dataset.i], event.target.checked);
  countChosen();
});
quotesList.addEventListener("click", (event) => {
  const button = event.target.closest(".by");
  if (!button) return;
  quoteTable.speaker = quoteTable.found[button.dataset.i].who;
  filter();
  byId("clear").focus();
});
byId("in-quotes").addEventListener("click", () => loadQuotes(() => searchIn(true)));
byId("in-articles").addEventListener("click", () => searchIn(false));
document.querySelector(".find").hidden = false;
filter();
