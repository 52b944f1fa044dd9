// What belongs to each quote and report, and the card of one of them: who said it, and a thread from its
// words to the mention.

const card = byId("card");
/** As in `saidIn`: words, cue and mention in the text, number, note. */
let entries = [];

function collect() {
  entries = [...document.querySelectorAll(".notes > ol > li")].map((note) => ({
    note, list: note.parentElement, ref: byId("q" + note.id.slice(1)), words: [], cue: [], mention: [], out: false,
    speakers: note.dataset.speakers.split(" "),
  }));
  for (const role of ROLES)
    for (const part of article.querySelectorAll(`[data-${role}]`))
      for (const i of part.dataset[role].split(" "))
        entries[i][role === "cue" || role === "mention" ? role : "words"].push(part);
}

// One quote at a time is shown: with its card, and a thread from its words to the mention.
let current = null;
let pinned = false;
const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
drawing.setAttribute("class", "thread");
drawing.setAttribute("aria-hidden", "true");
const thread = drawing.appendChild(document.createElementNS(drawing.namespaceURI, "path"));
const knot = drawing.appendChild(document.createElementNS(drawing.namespaceURI, "circle"));
knot.setAttribute("r", 3);
document.body.append(drawing);

const partsOfEntry = (quote) => [...quote.words, ...quote.cue, ...quote.mention];
const colour = (quote) => [...quote.note.classList].find((name) => /^s\d$|^unnamed$/.test(name));

function showCard(quote) {
  if (current === quote || isCorrecting()) return;
  hideCard();
  current = quote;
  for (const part of partsOfEntry(quote)) part.classList.add("on");
  quote.note.classList.add("on");
  card.replaceChildren(...[...quote.note.querySelector(".who").children].map((child) => child.cloneNode(true)));
  card.className = drawing.dataset.colour = colour(quote);
  drawing.setAttribute("class", "thread " + colour(quote));
  card.hidden = false;
  placeCard();
}

function hideCard() {
  if (!current) return;
  for (const part of partsOfEntry(current)) part.classList.remove("on");
  current.note.classList.remove("on");
  current = null;
  pinned = false;
  card.hidden = true;
  drawing.classList.remove("drawn");
}

function placeCard() {
  if (!current || !current.words.length) return;
  const words = current.words.flatMap((part) => [...part.getClientRects()]);
  const first = words[0];
  const last = words[words.length - 1];
  const page = document.documentElement;
  const body = article.querySelector(".body").getBoundingClientRect();
  const room = page.clientWidth - body.right;
  card.classList.toggle("margin", room >= 250);
  card.classList.toggle("sheet", room < 250 && page.clientWidth < 640);
  if (card.classList.contains("sheet")) {
    card.style.left = card.style.top = "";
    // At the window's foot; at its head where it would cover the words there, which are to be clicked.
    card.classList.remove("above");
    const height = card.offsetHeight;
    card.classList.toggle("above", last.bottom > innerHeight - height && first.top >= height);
  } else if (room >= 250) {
    card.style.left = body.right + 28 + scrollX + "px";
    card.style.top = Math.max(8, Math.min(first.top - 4, innerHeight - card.offsetHeight - 16)) + scrollY + "px";
  } else {
    card.style.left = Math.max(8, Math.min(last.left, page.clientWidth - card.offsetWidth - 16)) + scrollX + "px";
    // Under the cue and mention too, where they are near.
    const near = partsOfEntry(current).map((part) => part.getBoundingClientRect().bottom).filter((y) => y < last.bottom + 150);
    card.style.top = Math.max(...near) + 18 + scrollY + "px";
  }
  drawThread(words);
}

function drawThread(words) {
  const mention = current.mention.flatMap((part) => [...part.getClientRects()])[0];
  drawing.classList.toggle("drawn", Boolean(mention));
  if (!mention) return;
  // From the words' nearest line: under both on one line, else across the space between the lines.
  const line = words.reduce((a, b) => (Math.abs(b.top - mention.top) < Math.abs(a.top - mention.top) ? b : a));
  const same = Math.abs(line.top - mention.top) < line.height / 2;
  const after = line.left > mention.left;
  const down = line.top > mention.top;
  const from = [mention.left + mention.width / 2, same || down ? mention.bottom : mention.top];
  const to = same
    ? [after ? Math.min(line.left + 24, line.right) : Math.max(line.right - 24, line.left), line.bottom]
    : [Math.min(Math.max(from[0], line.left + 12), line.right - 12), down ? line.top : line.bottom];
  const bend = same ? [14, 14] : down ? [18, -18] : [-18, 18];
  const [x1, y1, x2, y2] = [from[0] + scrollX, from[1] + scrollY, to[0] + scrollX, to[1] + scrollY];
  thread.setAttribute("d", `M${x1} ${y1}C${x1} ${y1 + bend[0]} ${x2} ${y2 + bend[1]} ${x2} ${y2}`);
  knot.setAttribute("cx", x1);
  knot.setAttribute("cy", y1);
}

const entryAt = (target) => {
  const mark = target.closest?.("[data-quote], [data-report]");
  return mark ? entries[(mark.dataset.quote ?? mark.dataset.report).split(" ").pop()] : null;
};
const entryOf = (ref) => entries.find((entry) => entry.ref === ref);

article.addEventListener("pointerover", (event) => {
  const quote = entryAt(event.target);
  if (quote && !quote.out && !pinned) showCard(quote);
});
article.addEventListener("pointerout", (event) => {
  if (!pinned && event.pointerType === "mouse" && !article.contains(document.activeElement.closest(".ref"))) hideCard();
});
document.addEventListener("focusin", (event) => {
  const ref = event.target.closest(".ref");
  if (ref) showCard(entryOf(ref));
  else if (!pinned) hideCard();
});
document.addEventListener("click", (event) => {
  const quote = entryAt(event.target);
  if (quote && !quote.out && !event.target.closest(".ref")) {
    showCard(quote);
    pinned = true;
  } else if (current && !card.contains(event.target)) hideCard();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideCard();
});
addEventListener("resize", placeCard);
