// The corrections made on this page, in order: done, undone, kept by the browser until they are saved.

const KEPT = `artparse ${original.source.sha256} ${original.source.record ?? ""}`;
const past = { done: [], undone: [], saved: 0 };

function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    return Array.isArray(kept) ? kept.filter(isSound) : [];
  } catch {
    return [];
  }
}

/** Have the browser keep what is not saved; false where it keeps nothing. */
function keep() {
  try {
    if (past.done.length === past.saved) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(past.done));
    return true;
  } catch {
    return false;
  }
}

/** Show the record with all that is done. */
function showDone() {
  draw(past.done.length ? corrected(original, past.done, source).record : original);
}

/** Make a correction; false, and nothing is changed, where it does not fit. */
function correct(correction) {
  const done = [...past.done, correction];
  const { record, unfit } = corrected(original, done, source);
  if (unfit) return false;
  if (past.saved > past.done.length) past.saved = -1;
  past.done = done;
  past.undone = [];
  draw(record);
  keep();
  return true;
}

function undo() {
  if (!past.done.length) return;
  past.undone.push(past.done.pop());
  showDone();
  keep();
  tell("Undone");
}

function redo() {
  if (!past.undone.length) return;
  past.done.push(past.undone.pop());
  showDone();
  keep();
  tell("Done again");
}

/** What was saved need not be kept any longer. */
function noteSaved() {
  past.saved = past.done.length;
  keep();
}

/** Show again what was corrected before the page was left. */
function restoreKept() {
  const kept = readKept();
  if (!kept.length) return;
  // What does not fit this record any more would hold up all others.
  for (const correction of kept)
    if (!corrected(original, [...past.done, correction], source).unfit) past.done.push(correction);
  showDone();
  const lost = kept.length - past.done.length;
  tell(`${counted(past.done.length, "correction")} kept by this browser${lost ? `; ${lost} no longer fit` : ""}`);
}
