// Editing a cell in its row. What was typed is kept until it is saved or given up.
import { element } from "./element.js";
import { columns, text } from "./row.js";
import { t } from "./words.js";
import { chosen, focus, list, say, within } from "./view.js";

export const editing = { open: null };

// edit opens a cell of a row. act saves it, and returns a fault if it could not.
export function edit(row, column, act, typed) {
  const cell = list.node(row.id)?.querySelectorAll(".cell")[column];
  if (!cell) return;
  const { lang, dir, name } = columns[column];
  const before = text(row.cells[column]);
  const area = element("textarea", { class: "editor", lang, dir: dir === "auto" ? "auto" : dir, rows: 1, spellcheck: "true",
    "aria-label": t("editName", { language: name, n: row.n }) });
  area.value = typed ?? before;
  cell.classList.add("editing");
  cell.prepend(area);
  const fit = () => {
    area.style.height = "0";
    area.style.height = area.scrollHeight + 2 + "px";
  };
  area.addEventListener("input", fit);
  fit();
  const session = { row: row.id, column, area, value: () => area.value };
  editing.open = session;
  const end = () => {
    editing.open = null;
    area.remove();
    cell.classList.remove("editing");
  };
  const save = async (stay) => {
    if (editing.open !== session) return;
    const value = area.value;
    if (value === before && typed === undefined) return end(), stay || focus();
    editing.open = null; // so that the refresh may draw the row again
    area.readOnly = true; // the next keys are for the rows
    const fault = await act({ do: "correct", row: row.id, column, text: value }, { quiet: true, stay });
    if (!fault) return area.isConnected && end();
    end();
    await again(row.id, column, act, value);
    say(fault.status === 409 ? t("conflict") : fault.message || t("lost"), "fault");
  };
  area.addEventListener("keydown", (e) => {
    if (area.readOnly) return;
    e.stopPropagation();
    if (e.isComposing) return;
    if (e.key === "Enter" && !e.shiftKey) {
      e.preventDefault();
      save();
    } else if (e.key === "Escape") {
      e.preventDefault();
      end();
      say("");
      focus();
    } else if (e.key === "Tab") {
      e.preventDefault();
      save().then(() => {
        const now = list.row(row.id);
        if (now && !editing.open) edit(now, within(column + (e.shiftKey ? -1 : 1), columns.length), act);
      });
    }
  });
  area.addEventListener("blur", () => setTimeout(() => document.hasFocus() && editing.open === session && !area.matches(":focus") && save(true), 0));
  area.focus({ preventScroll: true });
  const caret = chosen.carets[column];
  if (caret && typed === undefined && row.cells[column].edit === undefined) {
    const lines = row.cells[column].pieces.slice(0, caret.piece).reduce((n, p) => n + p.parts.reduce((m, part) => m + (part.t?.length ?? 0), 0) + 1, 0);
    area.setSelectionRange(lines + caret.offset, lines + caret.offset);
  } else area.setSelectionRange(0, 0);
  say(t("editHint") + (row.cells[column].edit !== undefined ? " · " + t("editCodes") : ""));
}

// again opens the editor with what was typed, after it could not be saved.
async function again(id, column, act, typed) {
  const row = list.row(id);
  if (row) edit(row, column, act, typed);
}
