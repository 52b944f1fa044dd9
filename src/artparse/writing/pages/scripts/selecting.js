// In an article's page: a box and a button at each note, and what is done with those selected.

const recordOf = () => shown.record;
const articleFacts = () => {
  const { title, site, published, source: { url } } = recordOf();
  return { title, site, published, url };
};
const boxOf = ({ note }) => note.querySelector(".pick");
const indexOfNote = (note) => entries.findIndex((entry) => entry.note === note);

const selectedUtterances = () =>
  utterancesOf(recordOf(), entries.flatMap((entry, i) => (boxOf(entry).checked ? [i] : [])));

const selection = exportTools(selectedUtterances, () => placeInWords(articleFacts()), articleFacts,
  () => `${pageName()}-quotes`);
const everyBox = element("input", { type: "checkbox", id: "every" });
const selectedCount = element("span", { role: "status", class: "picked" });
const selectionBar = element("div", { class: "select", role: "group", "aria-label": "Selected quotes" },
  element("label", {}, everyBox, " Select all"), selection.nodes, selectedCount);

function copyOne(index) {
  const one = utterancesOf(recordOf(), [index]);
  const text = asText(one, () => placeInWords(articleFacts())).trimEnd();
  copyText(text, `Copied: ${inMarks(one[0]).slice(0, 60)}`, () => saveFile(text, `${pageName()}-quote.txt`, "text/plain"));
}

function countSelected() {
  const count = entries.filter((entry) => boxOf(entry).checked).length;
  selection.enable(count > 0);
  selectedCount.textContent = count ? `${inWords(count)} selected` : "";
  const listed = entries.filter(({ out }) => !out);
  everyBox.checked = listed.length > 0 && listed.every((entry) => boxOf(entry).checked);
}

const pickLabel = (number) => `Select ${number}`;
const copyLabel = (number) => `Copy ${number} with who said it`;

/** Give the notes that have none yet their box and button. */
function equipNotes() {
  for (const { note } of entries) {
    if (note.querySelector(".pick")) continue;
    const number = note.id.slice(1);
    note.append(element("p", { class: "use" },
      element("label", {}, element("input", { type: "checkbox", class: "pick", "aria-label": pickLabel(number) }), " Select"), " ",
      element("button", { type: "button", class: "copy-one", "aria-label": copyLabel(number) }, "Copy")));
  }
  const list = byId("quotes");
  if (list && !list.contains(selectionBar)) list.querySelector("h2").after(selectionBar);
  countSelected();
}

document.addEventListener("change", (event) => {
  if (event.target === everyBox)
    for (const entry of entries) if (!entry.out) boxOf(entry).checked = everyBox.checked;
  if (event.target === everyBox || event.target.classList.contains("pick")) countSelected();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".copy-one");
  if (button) copyOne(indexOfNote(button.closest("li")));
});
