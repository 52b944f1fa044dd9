// Begin: what the page can do is offered, and what the browser kept is shown again.

// A folder's index says in its links how far up it stands.
const depth = /^#index-(\d{1,2})$/.exec(location.hash);
if (depth) {
  byId("home").href = "../".repeat(depth[1]) + "index.html";
  byId("home").hidden = false;
  byId("home").previousElementSibling.hidden = true;
}

/** The record as it is shown, as JSON. */
const asJson = () => JSON.stringify(shown.record, null, 2) + "\n";

function saveRecord() {
  saveFile(asJson(), `${pageName()}.json`, "application/json");
  noteSaved();
  showState();
  tell("JSON saved");
}

byId("copy").addEventListener("click", () => copyText(asJson(), "JSON copied", saveRecord));
byId("save").addEventListener("click", saveRecord);
byId("correct").addEventListener("click", toggleCorrecting);
document.querySelector(".bar").after(toolbar);
document.querySelector(".tools").hidden = false;
afterDrawing.push(collect, equipNotes, putPens, showState);
collect();
equipNotes();
showState();
restoreKept();
