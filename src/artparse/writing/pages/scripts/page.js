// The page: its record, as it stands and as it is shown, and how a new one is put in its place.

const article = document.querySelector("article");
const original = JSON.parse(byId("record").textContent);
const source = sourceOf(original.text);
/** What the page shows. */
let shown = { record: original, plans: null, notes: null };
/** Called with every element that was drawn anew, and at the end of it all. */
const afterDrawing = [];

/** What is drawn of a record; for the parts that are many, plain values. */
function planned(record) {
  const notes = notesOf(record, source);
  const parts = partsOf(record, source);
  const title = record.spans.title;
  const inHead = ({ span }) => Boolean(title) && (span[0] < title[0] || (span[0] === title[0] && span[1] < title[1]));
  return {
    record, notes, parts,
    before: plansOf(record, parts.filter(inHead), notes),
    plans: plansOf(record, parts.filter((part) => !inHead(part)), notes),
  };
}

/** Have ready what the next drawing needs of what is shown. */
function prepare() {
  if (!shown.plans) shown = planned(shown.record);
}

/** Show `record`. What has not changed keeps its elements. */
function draw(record) {
  prepare();
  const last = shown;
  if (entries.some(({ out }) => out)) listNotes(entries);
  shown = planned(record);
  article.querySelector(".head").replaceChildren(...drawHead(record, shown.parts, shown.notes, shown.before));
  renew(article.querySelector(".body"), last.plans, shown.plans, drawBlock, numberBlock);
  drawLegend(record);
  drawNotes(record, last);
  for (const next of afterDrawing) next();
}

/**
 * Give `parent` a child for each of `plans`, and keep those of its children that stand for the same, if
 * need be with another number.
 */
function renew(parent, last, plans, drawOne, renumber) {
  const kept = new Map();
  last.forEach((plan, i) => {
    if (!kept.has(plan.key)) kept.set(plan.key, []);
    kept.get(plan.key).push({ child: parent.children[i], numbers: plan.numbers });
  });
  const children = plans.map((plan) => {
    const there = kept.get(plan.key)?.shift();
    if (!there) return drawOne(plan);
    if (there.numbers !== plan.numbers) renumber(there.child, plan);
    return there.child;
  });
  const staying = new Set(children);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
}

function drawLegend(record) {
  const legend = article.querySelector(".legend");
  const keys = keysOf(record);
  const isHidden = byId("hide-reports")?.checked ?? false;
  const isShown = byId("show-removed")?.checked ?? false;
  legend.replaceChildren(element("h2", { id: "legend-title" }, "Who says what"));
  if (keys.length)
    legend.append(
      element("ul", {}, keys.map(drawKey)),
      element("p", { class: "shown" },
        element("span", { id: "shown", role: "status" }, counted(record.quotes.length, "quote")), " ",
        element("button", { type: "button", id: "everyone", hidden: true }, "Show all")));
  else legend.append(element("p", { class: "shown" }, "No quotes were found."));
  const { reports, removed } = record;
  if (reports.length)
    legend.append(drawBox("hide-reports", isHidden, ` Hide what is reported without quotation marks (${reports.length})`));
  if (removed.length) legend.append(drawBox("show-removed", isShown, ` Show what was removed (${removed.length})`));
}

function drawBox(id, checked, label) {
  const box = element("input", { type: "checkbox", id });
  box.checked = checked;
  return element("p", { class: "toggle" }, element("label", {}, box, label));
}

/** The sections below the article, in order: quotes, reports, corrections. */
function drawNotes(record, last) {
  const one = drawNote(record.language);
  const lists = [
    { id: "quotes", heading: "Quotes", title: "notes", of: ({ notes }) => notes.filter((note) => !note.report) },
    { id: "reports", heading: "Reported without quotation marks", title: "reports", of: ({ notes }) => notes.filter((note) => note.report) },
  ];
  for (const { id, heading, title, of } of lists) {
    const notes = of(shown);
    const there = byId(id);
    // Quotes have a section as soon as there is anything said.
    if (!notes.length && !(id === "quotes" && shown.notes.length)) there?.remove();
    else if (there) renew(there.querySelector("ol"), of(last), notes, one, numberNote);
    else byId("card").before(drawList("notes", id, heading, title, notes.map(one)));
  }
  document.querySelector(".changes")?.remove();
  const reports = byId("reports");
  if (reports && byId("quotes")?.nextElementSibling !== reports) byId("quotes").after(reports);
  if (record.corrected.length)
    byId("card").before(drawList("changes", null, "Corrections", "changes", record.corrected.map(drawChange)));
}
