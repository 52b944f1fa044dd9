// Questions to the person at the page, each a dialog that the keyboard can answer.

const dialog = element("dialog", { id: "dialog", "aria-labelledby": "dialog-title" });
document.body.append(dialog);

/**
 * Ask: `title`, what stands between it and the buttons, and what is done with the answer. `answer()` gives
 * null when all is well, or what is wrong. `returnTo` is the id of what has the focus afterwards.
 */
function ask({ title, nodes, action, answer, returnTo }) {
  const wrong = element("p", { class: "wrong", role: "alert" });
  const form = element("form", { method: "dialog" },
    element("h2", { id: "dialog-title" }, title), nodes, wrong,
    element("p", { class: "answers" },
      element("button", { type: "submit", class: "main" }, action),
      element("button", { type: "button", class: "cancel" }, "Cancel")));
  form.addEventListener("submit", (event) => {
    const problem = answer();
    if (problem === null) return;
    event.preventDefault();
    wrong.textContent = safe(problem);
  });
  form.querySelector(".cancel").addEventListener("click", () => dialog.close());
  dialog.replaceChildren(form);
  dialog.onclose = () => (byId(returnTo) ?? byId("correct")).focus();
  dialog.showModal();
}

/** Choices of which one is taken: `{value, label, extra, checked}`. */
function choices(legend, name, options) {
  const inputs = options.map(({ value, checked }) => {
    const input = element("input", { type: "radio", name, value });
    input.checked = Boolean(checked);
    return input;
  });
  const set = element("fieldset", { class: "choices" }, element("legend", {}, legend),
    options.map(({ label, extra }, i) => element("p", {}, element("label", { dir: "auto" }, inputs[i], ` ${label}`), extra ?? null)));
  return { set, chosen: () => inputs.find((input) => input.checked)?.value ?? null, choose: (value) => inputs.forEach((input) => (input.checked = input.value === value)) };
}

const kindsOfSpeakers = () => element("select", { "aria-label": "What they are" },
  [["person", "a person"], ["organization", "an organisation"], ["group", "a group"], ["document", "a document"]]
    .map(([value, label]) => element("option", { value }, label)));

const knownNames = new Map();

/** Names that stand in the body: runs of words with capitals, those of several words first. */
function namesOfPage({ body }) {
  if (!knownNames.has(body)) knownNames.set(body, namesIn(body));
  return knownNames.get(body);
}

function namesIn(body) {
  const counts = new Map();
  const NAME = /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|van|von|der|den|di|da|del|la|le|bin|al) )?\p{Lu}[\p{L}\p{M}'’-]*){0,4}/gu;
  for (const [name] of body.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].filter((name) => name.includes(" ") || counts.get(name) > 1)
    .sort((a, b) => b.includes(" ") - a.includes(" ") || counts.get(b) - counts.get(a)).slice(0, 100);
}

/** A choice of who speaks, with one of `others` behind it; the answer is a list of speakers, null, or a value of `others`. */
function speakerChoice(record, current, others) {
  const name = element("input", { type: "text", "aria-label": "Another name", list: "names", maxlength: NAME_LENGTH, autocomplete: "off" });
  const kind = kindsOfSpeakers();
  const list = element("datalist", { id: "names" }, namesOfPage(record).map((one) => element("option", { value: one })));
  const known = record.speakers.map((speaker, i) => ({
    value: `s${i}`, label: speaker.role ? `${speaker.name}, ${speaker.role}` : speaker.name, checked: current === speaker.name,
  }));
  const choice = choices("Who said it?", "who", [
    ...known,
    { value: "new", label: "Another:", extra: element("span", { class: "another" }, name, " ", kind, list) },
    { value: "nobody", label: "Nobody who is named", checked: current === null },
    ...others,
  ]);
  name.addEventListener("input", () => choice.choose("new"));
  const answer = () => {
    const value = choice.chosen();
    if (value === "nobody") return [];
    if (value === "new") return isName(name.value) ? [{ name: folded(name.value), kind: kind.value }] : null;
    if (/^s\d+$/.test(value ?? "")) {
      const speaker = record.speakers[Number(value.slice(1))];
      return [{ name: speaker.name, kind: speaker.kind }];
    }
    return value;
  };
  return { set: choice.set, answer };
}
