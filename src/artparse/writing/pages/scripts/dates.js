// Dates of the record in words, and dates in the words of a source, where they are plain enough to be offered.

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/;
const MONTHS = ["January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"];

/** An ISO 8601 date of the record for reading: `23 April 2025, 09:10 +01:00`. */
function dateInWords(date) {
  const [day, time] = date.split("T");
  const [year, month, ...days] = day.split("-");
  if (!MONTHS[month - 1]) return date;
  const words = [...days.map(Number), MONTHS[month - 1], year].join(" ");
  if (!time) return words;
  const zone = time.slice(5).replace(/^[:.0123456789]+/, "");
  return `${words}, ${time.slice(0, 5)} ${zone === "Z" || zone === "+00:00" ? "UTC" : zone}`.trimEnd();
}

const isDate = (text) => {
  if (!DATE.test(text)) return false;
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  const there = new Date(Date.UTC(year, month - 1, day));
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
};

/** Names of months, long and short, in English and in `language`, with their numbers from 1. */
function monthNames(language) {
  const names = new Map();
  for (const one of ["en", language ?? "en"])
    for (const month of ["long", "short"]) {
      const format = new Intl.DateTimeFormat(one, { month, day: "numeric", timeZone: "UTC" });
      for (let i = 0; i < 12; i++) {
        const part = format.formatToParts(Date.UTC(2024, i, 1)).find(({ type }) => type === "month");
        names.set(part.value.toLowerCase().replace(/\.$/, ""), i + 1);
      }
    }
  return names;
}

/** The date that `text` plainly says, as ISO 8601; null for none, and for one that may be two. */
function dateIn(text, language) {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (iso) return isDate(iso) ? iso : null;
  const names = monthNames(language);
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const month = words.map((word) => names.get(word)).find(Boolean);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  if (!month || !year || !day) return null;
  const found = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(found) ? found : null;
}
