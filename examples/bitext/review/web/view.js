// What is shown: the rows of a filter, the counts, and the sentence that is chosen.
import * as api from "./api.js";
import { List } from "./list.js";
import { t } from "./words.js";
import { drawCarets } from "./caret.js";
import { drawBar } from "./bar.js";

export const $ = (id) => document.getElementById(id);
export const grid = $("grid");
const scroller = $("scroll");

export const shown = { state: { version: -1, counts: {}, rows: 0 } };
export const query = { filter: "all", search: "", keep: 0 };
// carets holds, by column, the places in the chosen row that were clicked.
export const chosen = { row: 0, place: 0, column: 0, piece: 0, carets: {} };
export const selection = { anchor: -1, head: -1, get any() { return this.anchor >= 0; }, get from() { return Math.min(this.anchor, this.head); }, get to() { return Math.max(this.anchor, this.head) + 1; } };
export const picked = { row: 0, n: 0, column: 0 };

export const list = new List(grid, scroller, { shown: () => mark(), failed: (fault) => failed(fault) });

export const current = () => list.row(chosen.row);

// --- what is chosen

export const within = (n, count) => Math.max(0, Math.min(n, count - 1));

// mark shows which sentence is chosen, and which rows are selected.
export function mark() {
  const node = list.node(chosen.row);
  for (const e of grid.querySelectorAll(".current, .chosen, .picked")) if (e !== node) e.classList.remove("current", "chosen", "picked");
  for (const e of grid.querySelectorAll('.piece[tabindex="0"]')) e.tabIndex = -1;
  for (const { row, node } of list.known.values()) {
    const on = selection.any && row.at >= selection.from && row.at < selection.to;
    if (on !== node.classList.contains("selected")) node.classList.toggle("selected", on);
    if (on) node.setAttribute("aria-selected", "true");
    else node.removeAttribute("aria-selected");
  }
  if (picked.row) list.node(picked.row)?.querySelectorAll(".cell")[picked.column]?.classList.add("picked");
  const row = current();
  if (node && row) {
    chosen.column = within(chosen.column, row.cells.length);
    chosen.piece = within(chosen.piece, Math.max(1, row.cells[chosen.column].pieces.length));
    node.classList.add("current");
    const p = sentence(node);
    p.tabIndex = 0;
    p.classList.add("chosen");
  }
  drawCarets(node, chosen.carets);
  drawBar();
}

export const sentence = (node, column = chosen.column, piece = chosen.piece) => node.querySelectorAll(".cell")[column].querySelectorAll(".piece")[piece];

export function select(anchor, head) {
  Object.assign(selection, { anchor, head });
  mark();
}

// choose goes to a place of the list.
export async function choose(place, { column = chosen.column, piece = 0, center = false, keep = false } = {}) {
  place = within(place, list.total);
  const row = await list.bring(place);
  if (!row) return;
  if (!keep) Object.assign(selection, { anchor: -1, head: -1 });
  Object.assign(chosen, { row: row.id, place, column, piece, carets: {} });
  mark();
  focus(center);
}

// focus puts the keyboard on the chosen sentence, and its row in sight. It takes nobody out of the search: a window that has
// just closed and an action that has just ended call it late.
export function focus(center) {
  const node = list.node(chosen.row);
  if (!node || node.querySelector(".editor") || document.activeElement === $("search")) return;
  sentence(node).focus({ preventScroll: true });
  look(center);
}

// look scrolls to the chosen row if it is not in sight, or to the middle.
function look(center) {
  const box = list.node(chosen.row)?.getBoundingClientRect();
  if (!box) return;
  const frame = scroller.getBoundingClientRect();
  const top = Math.max(frame.top, grid.querySelector(".names").getBoundingClientRect().bottom);
  const room = frame.bottom;
  if (!center && box.top >= top && box.bottom <= room) return;
  const to = center ? (room + top - box.height) / 2 : box.top < top ? top : room - box.height;
  scroller.scrollBy(0, box.top - Math.max(top, to));
}

// step goes to the next or the previous sentence of the row.
export function step(by) {
  const row = current();
  if (!row) return;
  const all = row.cells.flatMap((c, column) => (c.pieces.length ? c.pieces.map((_, piece) => [column, piece]) : [[column, 0]]));
  const at = all.findIndex(([c, p]) => c === chosen.column && p === chosen.piece);
  [chosen.column, chosen.piece] = all[within(at + by, all.length)];
  chosen.carets = {};
  mark();
  focus();
}

export async function jump(back, kind = query.filter === "all" ? "attention" : query.filter) {
  try {
    const from = await api.next(query, chosen.row, kind, back);
    if (!from.found) return say(t(back ? "nothingAbove" : "nothingBelow", { filter: t(kind) }));
    const row = await list.bring(from.place);
    const column = row.cells[chosen.column].pieces.length ? chosen.column : row.cells.findIndex((c) => c.pieces.length);
    const box = list.node(row.id).getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    await choose(from.place, { column, center: box.top < frame.top + 30 || box.bottom > frame.bottom });
  } catch (fault) {
    failed(fault);
  }
}

// --- what is shown

export function say(text, kind = "") {
  $("said").className = kind;
  $("said").textContent = text;
  $("said").title = text;
}

export function failed(fault) {
  if (fault.status === 0 || fault.status === 403) {
    $("lost").hidden = false;
    $("lost").textContent = t("lost");
  } else say(fault.status === -1 ? t("stopped") : fault.message || String(fault), "fault");
}

// unsaved warns as long as the journal is not where it was.
export function unsaved(state) {
  if (!$("lost").hidden && !state.unsaved && $("lost").textContent === t("lost")) say(t("again"));
  $("lost").hidden = !state.unsaved;
  $("lost").textContent = state.unsaved ?? "";
}

export const filters = ["all", "attention", "doubtful", "alone", "numbers", "names", "other", "approved", "rejected", "changed", "noted"];

export function furnish() {
  const { counts, rows, open } = shown.state;
  for (const b of $("filters").children) {
    const name = b.dataset.filter;
    b.setAttribute("aria-pressed", name === query.filter);
    b.querySelector(".count").textContent = counts[name] ?? 0;
    b.classList.toggle("none", !counts[name]);
  }
  const done = (counts.approved ?? 0) + (counts.rejected ?? 0);
  $("meter").max = rows || 1;
  $("meter").value = done;
  $("progress").textContent = t("progress", { done, all: rows, open: counts.attention ?? 0 }) + (open ? " · " + t("checking", { n: open }) : "");
  for (const what of ["undo", "redo"]) {
    $(what).setAttribute("aria-disabled", !shown.state[what]);
    $(what).title = shown.state[what] ? `${t(what)}: ${shown.state[what]}` : t(what === "undo" ? "whyNoUndo" : "whyNoRedo");
  }
  $("empty").hidden = list.total > 0;
}

// refresh shows the sheet as it is now, at a row if one is given, else where it was.
export async function refresh({ row = chosen.row, column, piece, center = false, keyboard = true } = {}) {
  const before = list.node(row)?.getBoundingClientRect().top;
  // What has the focus may be drawn again, and what gets it when a window closes meanwhile.
  const focused = grid.contains(document.activeElement) || document.querySelector("dialog[open]") !== null;
  query.keep = row;
  const ahead = list.ahead({ ...query });
  const [now, { place }] = await Promise.all([api.state(-1), api.place(query, row)]);
  shown.state = now;
  chosen.carets = {};
  const answer = await list.show({ ...query }, place < 0 ? within(chosen.place, list.total || 1) : place, ahead);
  if (!answer) return;
  if (place >= 0) {
    Object.assign(chosen, { row, place, column: column ?? chosen.column, piece: piece ?? chosen.piece });
  } else {
    const other = await list.bring(within(chosen.place, list.total));
    if (other) Object.assign(chosen, { row: other.id, place: other.at, piece: 0 });
  }
  mark();
  const after = list.node(chosen.row)?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined && chosen.row === row) scroller.scrollBy(0, after - before);
  if ((keyboard || focused) && !document.querySelector("dialog[open]") && document.activeElement?.tagName !== "INPUT") focus(center);
  furnish();
}

// filter shows other rows, at the first of them or at the chosen one if it is among them.
export async function filter(change) {
  Object.assign(query, change, { keep: 0 });
  Object.assign(selection, { anchor: -1, head: -1 });
  try {
    let { place, context } = await api.place(query, chosen.row);
    if (context) place = -1;
    const mine = { ...query };
    let answer;
    // The rows may be drawn again meanwhile, for another reason.
    while (!answer && mine.filter === query.filter && mine.search === query.search) answer = await list.show({ ...query }, Math.max(0, place));
    if (!answer) return; // another filter was chosen meanwhile
    furnish();
    say(t("found", { n: answer.found, filter: t(query.filter) + (query.search ? `, “${query.search}”` : "") }));
    if (place < 0) {
      scroller.scrollTo(0, 0);
      place = 0;
      while (list.at(place)?.context) place++;
    }
    const row = await list.bring(place);
    if (!row) return;
    Object.assign(chosen, { row: row.id, place, piece: 0, carets: {} });
    if (!row.cells[chosen.column].pieces.length) chosen.column = Math.max(0, row.cells.findIndex((c) => c.pieces.length));
    mark();
    look(true);
    focus();
  } catch (fault) {
    failed(fault);
  }
}

// range is the selected rows as an action names them, or undefined.
export const range = () => (selection.any ? { ...query, from: selection.from, to: selection.to } : undefined);
