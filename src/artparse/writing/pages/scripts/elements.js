// Elements of a page, made without any markup: texts become text nodes and values of attributes only.

const byId = (id) => document.getElementById(id);

/** Say something that changes nothing on the page, to a screen reader too. */
const tell = (words) => (byId("said").textContent = safe(words));

/** An element; children are elements, or texts. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, safe(String(value)));
  made.append(...children.flat().filter((child) => child !== null).map((child) => (typeof child === "string" ? safe(child) : child)));
  return made;
}

function svg(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
