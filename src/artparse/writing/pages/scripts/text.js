// Texts as Python counts and shows them: code points, white space, visible escapes.

const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
const NOT_WHITE = /[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu;
const SHORT_ESCAPES = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const wordsOf = (text) => text.split(WHITE).filter(Boolean);

/** `text` with every run of white space as one space. */
function folded(text) {
  const spaced = text.replace(WHITE, " ");
  return spaced.slice(spaced.startsWith(" ") ? 1 : 0, spaced.length > 1 && spaced.endsWith(" ") ? -1 : undefined);
}

const isWhite = (text) => !NOT_WHITE.test(text);

function escaped(character) {
  const code = character.charCodeAt(0);
  if (SHORT_ESCAPES[character]) return SHORT_ESCAPES[character];
  return code < 0x100 ? "\\x" + code.toString(16).padStart(2, "0") : "\\u" + code.toString(16).padStart(4, "0");
}

/** `text` with what steers, breaks or turns it as visible escapes. */
const safe = (text) => text.replace(UNSAFE, escaped);

/** The source text, cut by code points. */
function sourceOf(text) {
  const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
  const cut = typeof points === "string" ? (s, e) => points.slice(s, e) : (s, e) => points.slice(s, e).join("");
  return { length: points.length, cut, at: (i) => points[i] ?? "" };
}

/** `span` without the white space at its ends; null where there is nothing else in it. */
function trimmed(source, [start, end]) {
  while (start < end && isWhite(source.at(start))) start++;
  while (start < end && isWhite(source.at(end - 1))) end--;
  return start < end ? [start, end] : null;
}

/**
 * What a span looks like when it is shown, and the place in the source of each UTF-16 unit of that. White
 * space is one space; with `lines`, one line break where it holds any.
 */
function shownAs(source, [start, end], { skip = 0, lines = false } = {}) {
  let text = "";
  const places = [];
  for (let i = start; i < end; i++) {
    let piece = safe(source.at(i));
    if (isWhite(source.at(i))) {
      const first = i;
      while (i + 1 < end && isWhite(source.at(i + 1))) i++;
      piece = first === start ? "" : lines && /[\n\r]/.test(source.cut(first, i + 1)) ? "\n" : " ";
    }
    text += piece;
    for (let unit = 0; unit < piece.length; unit++) places.push(i);
  }
  return { text: text.slice(skip), places: places.slice(skip) };
}

/** The span in the source of the units from `from` to `to` of what is shown. */
function spanShown(source, { places }, from, to) {
  if (from >= to || from >= places.length) return null;
  return trimmed(source, [places[from], places[Math.min(to, places.length) - 1] + 1]);
}

/** A whole number with commas: `2,000`. The browser's own way takes longer than all else on a page. */
const inWords = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const counted = (number, thing) => `${inWords(number)} ${thing}${number === 1 ? "" : "s"}`;

const sameSpan = (a, b) => Boolean(a && b) && a[0] === b[0] && a[1] === b[1];
