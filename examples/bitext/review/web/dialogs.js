// The windows in which one types, exports and reads the keys.
import { element, text } from "./row.js";
import { letters } from "./keys.js";

const $ = (id) => document.getElementById(id);
let save;

// write asks for a text. done gets it, and says what is wrong.
function write(title, value, hint, attributes, beside, done) {
  $("writing-title").textContent = title;
  $("writing-hint").textContent = hint;
  $("writing-beside").replaceChildren(...beside);
  $("writing-fault").hidden = true;
  const area = $("writing-text");
  for (const [name, v] of Object.entries({ lang: "", dir: "auto", ...attributes })) area.setAttribute(name, v);
  area.setAttribute("aria-label", title);
  area.value = value;
  area.rows = Math.min(14, Math.max(4, Math.ceil(value.length / 60) + 1));
  save = async () => {
    const fault = await done(area.value);
    if (!fault) return $("writing").close();
    $("writing-fault").hidden = false;
    $("writing-fault").textContent =
      fault.status === 409 ? "The review was changed in another window meanwhile. Save once more if your text still fits its row; else copy it first." : fault.message;
  };
  $("writing").showModal();
  area.focus();
  area.setSelectionRange(0, 0);
}

// correct edits a cell, with those of the other languages beside it.
export function correct(row, columns, { column }, act) {
  const { lang, dir, name } = columns[column];
  const beside = columns.flatMap((c, k) =>
    k === column || !row.cells[k].pieces.length ? [] : [element("p", { lang: c.lang, dir: c.dir }, text(row.cells[k]).replaceAll("\n", " "))]);
  const marked = row.cells[column].edit !== undefined;
  write(
    `Correct the ${name} of row ${row.n}`, text(row.cells[column]),
    "A line for each sentence." + (marked ? " What is between ⟦ and ⟧ is an invisible character or a code of the memory; keep it, or take it away whole." : ""),
    { lang, dir }, beside,
    (value) => act({ do: "correct", row: row.id, column, text: value }, { quiet: true }),
  );
}

export function note(row, act) {
  write(`Note on row ${row.n}`, row.note ?? "", "It goes into the memory with its unit.", {}, [],
    (value) => act({ do: "note", row: row.id, text: value }, { quiet: true }));
}

export function exporting({ counts, rows }) {
  $("export-approved").textContent = `Approved rows (${counts.approved ?? 0})`;
  $("export-all").textContent = `All rows but those that are not a translation (${rows - (counts.rejected ?? 0)})`;
  const sure = counts.sure ?? 0;
  $("approve-rest").textContent = `Approve the ${sure} other rows that need no look`;
  $("approve-rest").hidden = !sure;
  if (!$("exporting").open) $("exporting").showModal();
}

export function help() {
  $("letters").checked = letters.on;
  $("helping").showModal();
}

// prepare is called once. back puts the keyboard where it was before a window opened: what had it may have been drawn anew.
export function prepare(back) {
  for (const d of document.querySelectorAll("dialog")) d.addEventListener("close", back);
  $("writing-save").addEventListener("click", () => save());
  $("writing-text").addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      save();
    }
  });
  $("letters").addEventListener("change", () => (letters.on = $("letters").checked));
}
