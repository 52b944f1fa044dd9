// The legend: any number of speakers pressed, none pressed is everyone.

const keys = () => [...document.querySelectorAll(".key")];

function filter() {
  const wanted = new Set(keys().filter((key) => key.ariaPressed === "true").map((key) => key.dataset.speaker));
  hideCard();
  for (const entry of entries) {
    const out = wanted.size > 0 && !entry.speakers.some((speaker) => wanted.has(speaker));
    entry.out = out;
    for (const part of partsOfEntry(entry)) part.classList.toggle("out", out);
  }
  // Words shared with what is still shown stay marked.
  const kept = entries.filter((entry) => !entry.out);
  if (wanted.size) for (const entry of kept) for (const part of partsOfEntry(entry)) part.classList.remove("out");
  listNotes(kept);
  const quotes = shown.record.quotes.length;
  const some = entries.slice(0, quotes).filter((entry) => !entry.out).length;
  byId("shown").textContent = (wanted.size ? `${some} of ` : "") + counted(quotes, "quote");
  byId("everyone").hidden = !wanted.size;
  countSelected();
}

/** Have these entries' notes in their lists, and no other: much faster with many than hiding them. */
function listNotes(some) {
  for (const list of document.querySelectorAll(".notes > ol"))
    list.replaceChildren(...some.filter(({ list: own }) => own === list).map(({ note }) => note));
}

function showEveryone() {
  for (const key of keys()) key.ariaPressed = "false";
  filter();
  keys()[0].focus();
}

article.querySelector(".legend").addEventListener("click", (event) => {
  const key = event.target.closest(".key");
  if (key) {
    key.ariaPressed = key.ariaPressed === "true" ? "false" : "true";
    filter();
  } else if (event.target.id === "everyone") showEveryone();
});
article.querySelector(".legend").addEventListener("change", placeCard);
