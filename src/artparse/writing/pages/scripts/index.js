// The index of a folder: its table of articles, searched, filtered by the charts, sorted.

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const body = document.querySelector("tbody");
const rows = [...body.rows].map((row, number) => ({
  row, number,
  values: [...row.cells].map((cell) => cell.querySelector("time")?.dateTime ?? cell.textContent),
  words: plain([row.cells[0].textContent, row.cells[1].textContent, row.dataset.names].join("\n")),
  top: (row.dataset.top ?? "").split(" "),
}));

/** What is asked for: words of the search; the bar of a chart that is in the address, its kind and key. */
function asked() {
  const words = plain(byId("search").value).split(/\s+/).filter(Boolean);
  const [, kind, key] = /^#(speaker|time)-([\d-]+)$/.exec(location.hash) ?? [];
  const bar = kind ? document.querySelector(`a[href="${location.hash}"]`) : null;
  return { words, bar, kind, key };
}

/** Show the articles with every word of the search, of the speaker or time in the address. */
function filterArticles({ words, bar, kind, key }) {
  let count = 0;
  for (const { row, values, words: own, top } of rows) {
    const fits = !bar || (kind === "speaker" ? top.includes(key) : values[2].startsWith(key));
    row.hidden = !(fits && words.every((word) => own.includes(word)));
    count += row.hidden ? 0 : 1;
  }
  const all = count === rows.length;
  byId("shown").textContent =
    (all ? "" : `${inWords(count)} of ${inWords(rows.length)} articles`) + (bar ? `${all ? "" : ", "}${bar.dataset.filter}` : "");
}

function filter() {
  const wanted = asked();
  for (const link of document.querySelectorAll("[data-filter]"))
    if (link === wanted.bar) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  const inQuotes = byId("in-quotes").ariaPressed === "true";
  if (inQuotes) filterQuotes(wanted);
  else filterArticles(wanted);
  byId("clear").hidden = !wanted.bar && !wanted.words.length && !(inQuotes && quoteTable.speaker);
}

byId("search").addEventListener("input", filter);
byId("clear").addEventListener("click", () => {
  byId("search").value = "";
  quoteTable.speaker = null;
  filter();
});
addEventListener("hashchange", filter);

// Sorting: numbers and dates begin with the largest; what has no value comes last.
const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
const heads = [...document.querySelectorAll("th")];
for (const [column, head] of heads.entries())
  head.firstElementChild.addEventListener("click", () => {
    const { sort } = head.firstElementChild.dataset;
    const first = sort === "text" ? "ascending" : "descending";
    const now = head.ariaSort === first ? (first === "ascending" ? "descending" : "ascending") : first;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", now);
    const sign = now === "ascending" ? 1 : -1;
    const compare = sort === "number" ? (a, b) => a - b
      : sort === "date" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : order.compare;
    rows.sort(({ values: a }, { values: b }) =>
      (b[column] !== "") - (a[column] !== "") || sign * compare(a[column], b[column]));
    body.append(...rows.map(({ row }) => row));
  });
