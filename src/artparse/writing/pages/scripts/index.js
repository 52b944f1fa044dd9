const byId = (id) => document.getElementById(id);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const body = document.querySelector("tbody");
const rows = [...body.rows].map((row) => ({
  row,
  values: [...row.cells].map((cell) => cell.querySelector("time")?.dateTime ?? cell.textContent),
  words: plain([row.cells[0].textContent, row.cells[1].textContent, row.dataset.names].join("\n")),
  top: (row.dataset.top ?? "").split(" "),
}));

// What is shown: rows with every word of the search, of the speaker or time in the address.
function filter() {
  const words = plain(byId("search").value).split(/\s+/).filter(Boolean);
  const [, kind, key] = /^#(speaker|time)-([\d-]+)$/.exec(location.hash) ?? [];
  const chosen = kind && document.querySelector(`a[href="${location.hash}"]`);
  let count = 0;
  for (const { row, values, words: own, top } of rows) {
    const fits = !chosen || (kind === "speaker" ? top.includes(key) : values[2].startsWith(key));
    row.hidden = !(fits && words.every((word) => own.includes(word)));
    count += row.hidden ? 0 : 1;
  }
  for (const link of document.querySelectorAll("[data-filter]"))
    if (link === chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  const all = count === rows.length;
  byId("shown").textContent =
    (all ? "" : `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} articles`) +
    (chosen ? `${all ? "" : ", "}${chosen.dataset.filter}` : "");
  byId("clear").hidden = !chosen && !words.length;
}

byId("search").addEventListener("input", filter);
byId("clear").addEventListener("click", () => {
  byId("search").value = "";
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

document.querySelector(".find").hidden = false;
filter();
