"use strict";
{
  const byId = (id) => document.getElementById(id);
  const article = document.querySelector("article");
  const card = byId("card");
  const said = byId("said");

  // What belongs to each quote: its words, cue and mention in the text, its number, its note.
  const quotes = [...document.querySelectorAll(".notes > ol > li")].map((note, i) => ({
    note, ref: byId("q" + (i + 1)), words: [], cue: [], mention: [], out: false, speakers: note.dataset.speakers.split(" "),
  }));
  for (const role of ["quote", "cue", "mention"])
    for (const part of document.querySelectorAll(`[data-${role}]`))
      for (const i of part.dataset[role].split(" "))
        quotes[i][role === "quote" ? "words" : role].push(part);

  // One quote at a time is shown: with its card, and a thread from its words to the mention.
  let shown = null;
  let pinned = false;
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", "thread");
  drawing.setAttribute("aria-hidden", "true");
  const thread = drawing.appendChild(document.createElementNS(drawing.namespaceURI, "path"));
  const knot = drawing.appendChild(document.createElementNS(drawing.namespaceURI, "circle"));
  knot.setAttribute("r", 3);
  document.body.append(drawing);

  const parts = (quote) => [...quote.words, ...quote.cue, ...quote.mention];
  const colour = (quote) => [...quote.note.classList].find((name) => /^s\d$|^unnamed$/.test(name));

  function show(quote) {
    if (shown === quote) return;
    hide();
    shown = quote;
    for (const part of parts(quote)) part.classList.add("on");
    quote.note.classList.add("on");
    card.replaceChildren(...[...quote.note.querySelector(".who").children].map((child) => child.cloneNode(true)));
    card.className = drawing.dataset.colour = colour(quote);
    drawing.setAttribute("class", "thread " + colour(quote));
    card.hidden = false;
    place();
  }

  function hide() {
    if (!shown) return;
    for (const part of parts(shown)) part.classList.remove("on");
    shown.note.classList.remove("on");
    shown = null;
    pinned = false;
    card.hidden = true;
    drawing.classList.remove("drawn");
  }

  function place() {
    if (!shown || !shown.words.length) return;
    const words = shown.words.flatMap((part) => [...part.getClientRects()]);
    const first = words[0];
    const last = words[words.length - 1];
    const page = document.documentElement;
    const body = article.querySelector(".body").getBoundingClientRect();
    const room = page.clientWidth - body.right;
    card.classList.toggle("margin", room >= 250);
    card.classList.toggle("sheet", room < 250 && page.clientWidth < 640);
    if (card.classList.contains("sheet")) {
      card.style.left = card.style.top = "";
    } else if (room >= 250) {
      card.style.left = body.right + 28 + scrollX + "px";
      card.style.top = Math.max(8, Math.min(first.top - 4, innerHeight - card.offsetHeight - 16)) + scrollY + "px";
    } else {
      card.style.left = Math.max(8, Math.min(last.left, page.clientWidth - card.offsetWidth - 16)) + scrollX + "px";
      // Under the cue and mention too, where they are near.
      const near = parts(shown).map((part) => part.getBoundingClientRect().bottom).filter((y) => y < last.bottom + 150);
      card.style.top = Math.max(...near) + 18 + scrollY + "px";
    }
    draw(words);
  }

  function draw(words) {
    const mention = shown.mention.flatMap((part) => [...part.getClientRects()])[0];
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

  const quoteAt = (target) => {
    const mark = target.closest?.("[data-quote]");
    return mark ? quotes[mark.dataset.quote.split(" ").pop()] : null;
  };
  article.addEventListener("pointerover", (event) => {
    const quote = quoteAt(event.target);
    if (quote && !quote.out && !pinned) show(quote);
  });
  article.addEventListener("pointerout", (event) => {
    if (!pinned && event.pointerType === "mouse" && !article.contains(document.activeElement.closest(".ref"))) hide();
  });
  document.addEventListener("focusin", (event) => {
    const ref = event.target.closest(".ref");
    if (ref) show(quotes[ref.id.slice(1) - 1]);
    else if (!pinned) hide();
  });
  document.addEventListener("click", (event) => {
    const quote = quoteAt(event.target);
    if (quote && !quote.out && !event.target.closest(".ref")) {
      show(quote);
      pinned = true;
    } else if (shown && !card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", place);

  // The legend: any number of speakers pressed, none pressed is everyone.
  const keys = [...document.querySelectorAll(".key")];
  const everyone = byId("everyone");

  function filter() {
    const wanted = new Set(keys.filter((key) => key.ariaPressed === "true").map((key) => key.dataset.speaker));
    hide();
    for (const quote of quotes) {
      const out = wanted.size > 0 && !quote.speakers.some((speaker) => wanted.has(speaker));
      quote.out = out;
      for (const part of parts(quote)) part.classList.toggle("out", out);
    }
    for (const report of document.querySelectorAll(".report"))
      report.classList.toggle("out", wanted.size > 0 && !report.dataset.speakers.split(" ").some((speaker) => wanted.has(speaker)));
    // Words shared with a quote that is still shown stay marked.
    const kept = quotes.filter((quote) => !quote.out);
    if (wanted.size) for (const quote of kept) for (const part of parts(quote)) part.classList.remove("out");
    // Much faster with many notes than hiding them.
    document.querySelector(".notes > ol")?.replaceChildren(...kept.map((quote) => quote.note));
    byId("shown").textContent = (wanted.size ? `${kept.length} of ` : "") + quotes.length + (quotes.length === 1 ? " quote" : " quotes");
    everyone.hidden = !wanted.size;
  }

  for (const key of keys)
    key.addEventListener("click", () => {
      key.ariaPressed = key.ariaPressed === "true" ? "false" : "true";
      filter();
    });
  everyone?.addEventListener("click", () => {
    for (const key of keys) key.ariaPressed = "false";
    filter();
    keys[0].focus();
  });
  byId("hide-reports")?.addEventListener("change", place);
  byId("show-removed")?.addEventListener("change", place);

  // A folder's index says in its links how far up it stands.
  const depth = /^#index-(\d{1,2})$/.exec(location.hash);
  if (depth) {
    byId("home").href = "../".repeat(depth[1]) + "index.html";
    byId("home").hidden = false;
    byId("home").previousElementSibling.hidden = true;
  }

  // The record, as it stands in the page.
  const record = () => JSON.stringify(JSON.parse(byId("record").textContent), null, 2) + "\n";

  async function copy() {
    try {
      await navigator.clipboard.writeText(record());
      said.textContent = "JSON copied";
    } catch {
      save();
    }
  }

  function save() {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([record()], { type: "application/json" }));
    link.href = address;
    link.download = (decodeURIComponent(location.pathname.split("/").pop()).replace(/\.html$/, "") || "article") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    said.textContent = "JSON saved";
  }

  byId("copy").addEventListener("click", copy);
  byId("save").addEventListener("click", save);
  document.querySelector(".tools").hidden = false;
}
