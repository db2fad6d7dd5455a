// What is shown: the rows of a filter, the counts, and the sentence that is chosen.
import * as api from "./api.js";
import { element, reasons } from "./row.js";
import { List } from "./list.js";

export const $ = (id) => document.getElementById(id);
export const grid = $("grid");
export const tools = $("tools").content.firstElementChild.cloneNode(true);
const why = element("div", { role: "gridcell", class: "why" });

export const shown = { state: { version: -1, counts: {} } };
export const query = { filter: "all", search: "", keep: 0 };
export const chosen = { row: 0, place: 0, column: 0, piece: 0 };

export const list = new List(grid, { shown: () => mark(), failed: (fault) => failed(fault) });

// --- what is chosen

const within = (n, count) => Math.max(0, Math.min(n, count - 1));

// mark shows which sentence is chosen. Its row has the buttons.
export function mark() {
  const node = list.node(chosen.row);
  for (const e of grid.querySelectorAll(".current")) if (e !== node) e.classList.remove("current");
  for (const e of grid.querySelectorAll(".chosen")) e.classList.remove("chosen");
  for (const e of grid.querySelectorAll('.piece[tabindex="0"]')) e.tabIndex = -1;
  if (!node) return;
  const row = list.row(chosen.row);
  chosen.column = within(chosen.column, row.cells.length);
  chosen.piece = within(chosen.piece, Math.max(1, row.cells[chosen.column].pieces.length));
  node.classList.add("current");
  const p = sentence(node);
  p.tabIndex = 0;
  p.classList.add("chosen");
  // What was found stands above already.
  const all = reasons(row).slice((row.findings ?? []).length);
  const { where } = row.cells[chosen.column].pieces[chosen.piece] ?? {};
  why.replaceChildren(
    ...(all.length ? [element("h2", {}, "Why"), element("ul", {}, ...all.map((r) => element("li", { class: r.for ? "for" : "against" }, r.text)))] : []),
    ...(where ? [element("p", { class: "where" }, where)] : []),
  );
  why.hidden = !why.childNodes.length;
  if (tools.parentNode !== node) node.append(tools);
  if (why.parentNode !== node) node.append(why);
  const single = row.cells[chosen.column].pieces.length === 0;
  tools.querySelector('[data-do="approve"]').setAttribute("aria-pressed", row.state === "approved");
  tools.querySelector('[data-do="reject"]').setAttribute("aria-pressed", row.state === "rejected");
  tools.querySelector('[data-do="split"]').disabled = chosen.piece === 0;
  tools.querySelector('[data-do="up"]').disabled = single || row.n === 1;
  tools.querySelector('[data-do="down"]').disabled = single || row.n === shown.state.rows;
  tools.querySelector('[data-do="above"]').disabled = row.n === 1;
  tools.querySelector('[data-do="below"]').disabled = row.n === shown.state.rows;
}

export function sentence(node) {
  return node.querySelectorAll(".cell")[chosen.column].querySelectorAll(".piece")[chosen.piece];
}

// choose goes to a place of the list.
export async function choose(place, { column = chosen.column, piece = 0, center = false } = {}) {
  place = within(place, list.total);
  const row = await list.bring(place);
  if (!row) return;
  Object.assign(chosen, { row: row.id, place, column, piece });
  mark();
  focus(center);
}

// focus puts the keyboard on the chosen sentence, and the row under one's eyes.
export function focus(center) {
  const node = list.node(chosen.row);
  if (!node) return;
  sentence(node).focus({ preventScroll: true });
  look(center);
}

// look scrolls to the chosen row if it is not in sight, or into the middle.
export function look(center) {
  const box = list.node(chosen.row)?.getBoundingClientRect();
  if (!box) return;
  const top = Math.max(0, grid.querySelector(".names").getBoundingClientRect().bottom) + 4;
  const room = $("said").getBoundingClientRect().top - 4;
  if (!center && box.top >= top && box.bottom <= room) return;
  const to = center ? (room + top - box.height) / 2 : box.top < top ? top : room - box.height;
  window.scrollBy(0, box.top - Math.max(top, to));
}

// step goes to the next or the previous sentence of the row.
export function step(by) {
  const row = list.row(chosen.row);
  if (!row) return;
  const all = row.cells.flatMap((c, column) => (c.pieces.length ? c.pieces.map((_, piece) => [column, piece]) : [[column, 0]]));
  const at = all.findIndex(([c, p]) => c === chosen.column && p === chosen.piece);
  [chosen.column, chosen.piece] = all[within(at + by, all.length)];
  mark();
  focus();
}

export async function jump(back) {
  try {
    const from = await api.next(query, chosen.row, query.filter === "all" ? "attention" : query.filter, back);
    if (!from.found) return say(back ? "Nothing above needs attention." : "Nothing below needs attention.");
    const row = await list.bring(from.place);
    const column = row.cells[chosen.column].pieces.length ? chosen.column : row.cells.findIndex((c) => c.pieces.length);
    await choose(from.place, { column, center: true });
  } catch (fault) {
    failed(fault);
  }
}

// --- what is shown

export function say(text, kind = "") {
  $("said").className = kind;
  $("said").textContent = text;
}

export function failed(fault) {
  const lost = $("lost");
  lost.hidden = fault.status !== 0 && fault.status !== 403;
  lost.textContent =
    fault.message + " Everything up to your last action is saved. Start bitext review again with the same command, and open the address that it prints.";
  if (lost.hidden) say(fault.message, "fault");
}

// unsaved warns as long as the journal is not where it was.
export function unsaved(state) {
  $("lost").hidden = !state.unsaved;
  $("lost").textContent = state.unsaved ?? "";
}

export const names = {
  all: "All", attention: "Needs attention", doubtful: "Doubtful", alone: "No counterpart", numbers: "Numbers differ", names: "Names differ", other: "Other findings",
  approved: "Approved", rejected: "Not a translation", changed: "Changed", noted: "With a note",
};

export function furnish() {
  for (const b of $("filters").children) {
    b.setAttribute("aria-pressed", b.dataset.filter === query.filter);
    b.querySelector(".count").textContent = shown.state.counts[b.dataset.filter] ?? 0;
    b.classList.toggle("empty", !shown.state.counts[b.dataset.filter]);
    b.hidden = b.dataset.filter === "other" && query.filter !== "other" && !shown.state.counts.other;
  }
  const done = (shown.state.counts.approved ?? 0) + (shown.state.counts.rejected ?? 0);
  $("progress").textContent = `${done} of ${shown.state.rows} rows done, ${shown.state.counts.attention ?? 0} to look at` +
    (shown.state.open ? `, ${shown.state.open} still being checked` : "");
  for (const what of ["undo", "redo"]) {
    $(what).disabled = !shown.state[what];
    $(what).title = shown.state[what] ? `${what}: ${shown.state[what]}` : `nothing to ${what}`;
  }
  $("empty").hidden = list.total > 0;
}

// refresh shows the sheet as it is now, at a row if one is given, else where it was.
export async function refresh({ row = chosen.row, column, piece, center = false, keyboard = true } = {}) {
  const before = list.node(row)?.getBoundingClientRect().top;
  query.keep = row;
  const [now, { place }] = await Promise.all([api.state(-1), api.place(query, row)]);
  shown.state = now;
  const answer = await list.show({ ...query }, place < 0 ? within(chosen.place, list.total || 1) : place);
  if (!answer) return;
  if (place >= 0) {
    Object.assign(chosen, { row, place, column: column ?? chosen.column, piece: piece ?? chosen.piece });
  } else {
    const other = await list.bring(within(chosen.place, list.total));
    if (other) Object.assign(chosen, { row: other.id, place: other.at, piece: 0 });
  }
  mark();
  const after = list.node(chosen.row)?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined && chosen.row === row) window.scrollBy(0, after - before);
  if (keyboard && !document.querySelector("dialog[open]") && document.activeElement?.tagName !== "INPUT") focus(center);
  furnish();
}

// filter shows other rows, at the first of them or at the chosen one if it is among them.
export async function filter(change) {
  Object.assign(query, change, { keep: 0 });
  try {
    let { place, context } = await api.place(query, chosen.row);
    if (context) place = -1;
    const answer = await list.show({ ...query }, Math.max(0, place));
    if (!answer) return; // another one was asked for meanwhile
    furnish();
    say(`${answer.found} ${answer.found === 1 ? "row" : "rows"}: ${names[query.filter]}${query.search ? `, “${query.search}”` : ""}`);
    if (place < 0) {
      window.scrollTo(0, 0);
      place = 0;
      while (list.at(place)?.context) place++;
    }
    const row = await list.bring(place);
    if (!row) return;
    Object.assign(chosen, { row: row.id, place, piece: 0 });
    mark();
    look(true);
    if (document.activeElement !== $("search")) focus();
  } catch (fault) {
    failed(fault);
  }
}
