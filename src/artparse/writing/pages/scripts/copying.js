// What was said, taken elsewhere: one with its attribution, or several as text, Markdown, CSV or JSON.

/** An utterance for quoting: its pieces in source order, who said it, where it stands. */
function utterancesOf(record, indexes) {
  const all = saidIn(record);
  const chosen = new Map();
  for (const i of indexes) chosen.set(`${all[i].utterance} ${all[i].speaker}`, i);
  return [...chosen.values()].map((i) => {
    const pieces = piecesOf(record, all[i]).sort((a, b) => spansOf(a)[0][0] - spansOf(b)[0][0]);
    const roles = all[i].speaker_ids.map((s) => record.speakers[s].role).filter(Boolean).join("; ");
    return {
      words: pieces.map((piece) => piece.text).join(" "),
      report: pieces.every((piece) => !piece.span),
      who: all[i].speaker ?? all[i].mention?.text ?? "Not named",
      role: roles,
      at: spansOf(pieces[0])[0][0],
    };
  });
}

/** Where an article was published, in words: title, site, date. */
const placeInWords = ({ title, site, published }) =>
  [title, site, published && dateInWords(published)].filter(Boolean).join(", ");

const inMarks = ({ words, report }) => (report ? words : `“${words}”`);

const whoInWords = ({ who, role }) => (role ? `${who}, ${role}` : who);

const asText = (utterances, place) =>
  utterances.map((one) => `${inMarks(one)} — ${whoInWords(one)}${place(one) ? ` (${place(one)})` : ""}\n`).join("\n");

/** `text` with nothing in it that Markdown takes for markup. */
const plainMarkdown = (text) => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, "\\$&");

const asMarkdown = (utterances, place) =>
  utterances.map((one) =>
    `> ${plainMarkdown(inMarks(one))}\n>\n> — ${plainMarkdown(whoInWords(one))}${place(one) ? `, *${plainMarkdown(place(one))}*` : ""}\n`).join("\n");

/** A cell of CSV; what a spreadsheet would take for a formula gets an apostrophe, also behind a semicolon. */
function cell(text) {
  const shownText = safe(text).replaceAll(/(^|;)(\s*[=+\-@＝＋－＠])/g, "$1'$2");
  return /[",\r\n]/.test(shownText) ? `"${shownText.replaceAll('"', '""')}"` : shownText;
}

const row = (cells) => cells.map((text) => cell(String(text ?? ""))).join(",") + "\r\n";

const COLUMNS = ["speaker", "role", "words", "kind", "title", "site", "published", "url"];

const asCsv = (utterances, _, article) => row(COLUMNS) + utterances.map((one) => {
  const { title, site, published, url } = article(one);
  return row([one.who, one.role, one.words, one.report ? "report" : "quote", title, site, published, url]);
}).join("");

const KINDS = {
  text: { label: "Text", ending: "txt", type: "text/plain", write: asText },
  markdown: { label: "Markdown", ending: "md", type: "text/markdown", write: asMarkdown },
  csv: { label: "CSV", ending: "csv", type: "text/csv", write: asCsv },
};

async function copyText(text, told, otherwise) {
  try {
    await navigator.clipboard.writeText(text);
    tell(told);
  } catch {
    otherwise();
  }
}

function saveFile(text, name, type) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** The name of this page's file, without its ending. */
const pageName = () => decodeURIComponent(location.pathname.split("/").pop()).replace(/\.html$/, "") || "article";

/** Buttons that copy or save what is selected: `chosen()` gives its utterances, with what is said of them. */
function exportTools(chosen, place, articleOf, name) {
  const format = element("select", { "aria-label": "As" },
    Object.entries(KINDS).map(([value, { label }]) => element("option", { value }, label)));
  const copy = element("button", { type: "button", class: "copy-selected", disabled: true }, "Copy selected");
  const save = element("button", { type: "button", class: "save-selected", disabled: true }, "Save selected");
  const text = () => KINDS[format.value].write(chosen(), place, articleOf);
  const saveAs = () => {
    saveFile(text(), `${name()}.${KINDS[format.value].ending}`, KINDS[format.value].type);
    tell(`${counted(chosen().length, "quote")} saved`);
  };
  copy.addEventListener("click", () => copyText(text(), `${counted(chosen().length, "quote")} copied`, saveAs));
  save.addEventListener("click", saveAs);
  return { nodes: [format, copy, save], enable: (on) => [copy, save].forEach((button) => (button.disabled = !on)) };
}
