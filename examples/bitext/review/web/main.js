// The page: what is shown, which sentence is chosen, and what becomes of an action.
import * as api from "./api.js";
import { element, columns, reasons } from "./row.js";
import { List } from "./list.js";
import { keys } from "./keys.js";
import * as dialogs from "./dialogs.js";

const $ = (id) => document.getElementById(id);
const grid = $("grid");
const tools = $("tools").content.firstElementChild.cloneNode(true);
const why = element("div", { role: "gridcell", class: "why" });

let state = { version: -1, counts: {} };
const query = { filter: "all", search: "", keep: 0 };
const chosen = { row: 0, place: 0, column: 0, piece: 0 };
let busy = false;
let aligning = null; // stops an alignment that is under way

const list = new List(grid, { shown: () => mark(), failed: (fault) => failed(fault) });

// --- what is chosen

const within = (n, count) => Math.max(0, Math.min(n, count - 1));

// mark shows which sentence is chosen. Its row has the buttons.
function mark() {
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
  tools.querySelector('[data-do="down"]').disabled = single || row.n === state.rows;
  tools.querySelector('[data-do="above"]').disabled = row.n === 1;
  tools.querySelector('[data-do="below"]').disabled = row.n === state.rows;
}

function sentence(node) {
  return node.querySelectorAll(".cell")[chosen.column].querySelectorAll(".piece")[chosen.piece];
}

// choose goes to a place of the list.
async function choose(place, { column = chosen.column, piece = 0, center = false } = {}) {
  place = within(place, list.total);
  const row = await list.bring(place);
  if (!row) return;
  Object.assign(chosen, { row: row.id, place, column, piece });
  mark();
  focus(center);
}

// focus puts the keyboard on the chosen sentence, and the row under one's eyes.
function focus(center) {
  const node = list.node(chosen.row);
  if (!node) return;
  sentence(node).focus({ preventScroll: true });
  look(center);
}

// look scrolls to the chosen row if it is not in sight, or into the middle.
function look(center) {
  const box = list.node(chosen.row)?.getBoundingClientRect();
  if (!box) return;
  const top = Math.max(0, grid.querySelector(".names").getBoundingClientRect().bottom) + 4;
  const room = $("said").getBoundingClientRect().top - 4;
  if (!center && box.top >= top && box.bottom <= room) return;
  const to = center ? (room + top - box.height) / 2 : box.top < top ? top : room - box.height;
  window.scrollBy(0, box.top - Math.max(top, to));
}

// step goes to the next or the previous sentence of the row.
function step(by) {
  const row = list.row(chosen.row);
  if (!row) return;
  const all = row.cells.flatMap((c, column) => (c.pieces.length ? c.pieces.map((_, piece) => [column, piece]) : [[column, 0]]));
  const at = all.findIndex(([c, p]) => c === chosen.column && p === chosen.piece);
  [chosen.column, chosen.piece] = all[within(at + by, all.length)];
  mark();
  focus();
}

async function jump(back) {
  try {
    const from = await api.next(query, chosen.row, query.filter === "all" ? "look" : query.filter, back);
    if (!from.found) return say(back ? "Nothing to look at above." : "Nothing more to look at below.");
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

function failed(fault) {
  const lost = $("lost");
  lost.hidden = fault.status !== 0 && fault.status !== 403;
  lost.textContent =
    fault.message + " Everything up to your last action is saved. Start bitext review again with the same command, and open the address that it prints.";
  if (lost.hidden) say(fault.message, "fault");
}

const names = {
  all: "All", look: "To look at", doubtful: "Doubtful", alone: "No counterpart", numbers: "Numbers differ", names: "Names differ", other: "Other findings",
  approved: "Approved", rejected: "Not a translation", changed: "Changed", noted: "With a note",
};

function furnish() {
  for (const b of $("filters").children) {
    b.setAttribute("aria-pressed", b.dataset.filter === query.filter);
    b.querySelector(".count").textContent = state.counts[b.dataset.filter] ?? 0;
    b.classList.toggle("empty", !state.counts[b.dataset.filter]);
    b.hidden = b.dataset.filter === "other" && query.filter !== "other" && !state.counts.other;
  }
  const done = (state.counts.approved ?? 0) + (state.counts.rejected ?? 0);
  $("progress").textContent = `${done} of ${state.rows} rows done, ${state.counts.look ?? 0} to look at` +
    (state.open ? `, ${state.open} still being checked` : "");
  for (const what of ["undo", "redo"]) {
    $(what).disabled = !state[what];
    $(what).title = state[what] ? `${what}: ${state[what]}` : `nothing to ${what}`;
  }
  $("empty").hidden = list.total > 0;
}

// refresh shows the sheet as it is now, at a row if one is given, else where it was.
async function refresh({ row = chosen.row, column, piece, center = false, keyboard = true } = {}) {
  const before = list.node(row)?.getBoundingClientRect().top;
  query.keep = row;
  const [now, { place }] = await Promise.all([api.state(-1), api.place(query, row)]);
  state = now;
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
async function filter(change) {
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

// --- what is done

const done = {
  approve: "approved", reject: "marked as not a translation", merge: "merged", split: "split", move: "sentence moved", "approve the rest": "All rows that need no look are approved", correct: "corrected",
  note: "noted", realign: "The rest was realigned",
};

// act does something to the sheet, and shows what came of it. It returns the fault, if there is one.
async function act(action, { next = false, quiet = false } = {}) {
  busy = true;
  if (action.do === "realign") aligning = new AbortController();
  document.body.classList.toggle("busy", aligning !== null);
  const place = chosen.place;
  try {
    const out = await api.act({ version: state.version, row: chosen.row, column: chosen.column, piece: chosen.piece, ...action }, aligning?.signal);
    const was = list.row(chosen.row);
    await refresh({ row: out.focus || chosen.row, piece: action.do === "split" ? 0 : undefined });
    const row = list.row(out.focus);
    const what = out.what in done ? done[out.what] : out.what;
    const taken = (action.do === "approve" || action.do === "reject") && row && !row.state;
    say(out.rows ? `${row && out.what !== "realign" && out.what !== "approve the rest" ? `Row ${row.n}: ` : ""}${taken ? "mark taken back" : what}. Saved.` : "Nothing has changed.");
    if (next && was && !was.state && row?.state) await choose(nextOpen(chosen.place), { piece: 0 });
  } catch (fault) {
    if (fault.status === 409) {
      await refresh().catch(failed);
      say("The review was changed in another window. It is shown as it is now; look again.", "fault");
    } else if (!quiet) failed(fault);
    chosen.place = chosen.place || place;
    return fault;
  } finally {
    busy = false;
    aligning = null;
    document.body.classList.remove("busy");
  }
}

// nextOpen is the next place behind one that is no mere neighbour of what was asked for.
function nextOpen(place) {
  for (let k = place + 1; k < list.total; k++) if (!list.at(k)?.context) return k;
  return place;
}

const current = () => list.row(chosen.row);

const deeds = {
  approve: () => act({ do: "approve" }, { next: true }),
  reject: () => act({ do: "reject" }),
  rest: async () => {
    await act({ do: "approve the rest" });
    if ($("exporting").open) dialogs.exporting(state);
  },
  above: () => act({ do: "merge", up: true }),
  below: () => act({ do: "merge" }),
  split: () => act({ do: "split" }),
  up: () => act({ do: "move", up: true }),
  down: () => act({ do: "move" }),
  correct: () => void (current() && dialogs.correct(current(), columns, chosen, act)),
  note: () => void (current() && dialogs.note(current(), act)),
  undo: () => act({ do: "undo" }),
  redo: () => act({ do: "redo" }),
  realign: () => {
    if (!$("realign")) return;
    say("Aligning …");
    return act({ do: "realign" });
  },
  next: () => jump(false),
  previous: () => jump(true),
  down1: () => choose(chosen.place + 1),
  up1: () => choose(chosen.place - 1),
  page: () => choose(chosen.place + 8),
  pageBack: () => choose(chosen.place - 8),
  first: () => choose(0),
  last: () => choose(list.total - 1),
  forward: () => step(1),
  back: () => step(-1),
  search: () => $("search").focus(),
  stay: async () => {
    await searched();
    focus();
  },
  filters: () => $("filters").querySelector('[aria-pressed="true"]').focus(),
  help: () => dialogs.help(),
  export: () => dialogs.exporting(state),
};

// run does one thing after the other, in the order in which keys were pressed. A key that is held down must not run ahead.
let queue = Promise.resolve();
let waiting = 0;
function run(what, held) {
  if (held && waiting > 1) return;
  waiting++;
  queue = queue.then(deeds[what]).catch(failed).finally(() => waiting--);
}

// --- the beginning

for (const f of Object.keys(names)) {
  $("filters").append(
    element("button", { type: "button", "data-filter": f, "aria-pressed": "false" }, names[f] + " ", element("span", { class: "count" }, "0")),
  );
}
$("filters").addEventListener("click", (e) => {
  const b = e.target.closest("button");
  if (b) filter({ filter: b.dataset.filter });
});
let typing;
async function searched() {
  clearTimeout(typing);
  const search = $("search").value.trim();
  if (search !== query.search) await filter({ search });
}
$("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(searched, 200);
});
for (const id of ["undo", "redo", "realign", "export", "help", "next", "previous"]) $(id)?.addEventListener("click", () => run(id));
tools.addEventListener("click", (e) => {
  const b = e.target.closest("button");
  if (b) run(b.dataset.do);
});
function pick(e) {
  const node = e.target.closest(".row[id]");
  const p = e.target.closest(".piece") ?? (e.target.closest(".cell") ?? node)?.querySelector(".piece");
  if (!node || !p || e.target.closest("button")) return false;
  const row = list.row(Number(node.id.slice(4)));
  Object.assign(chosen, { row: row.id, place: row.at, column: Number(p.parentNode.dataset.column), piece: Number(p.dataset.piece) });
  mark();
  return true;
}
grid.addEventListener("click", (e) => {
  if (String(getSelection()) === "" && pick(e)) sentence(list.node(chosen.row)).focus({ preventScroll: true });
});
grid.addEventListener("focusin", (e) => e.target.classList.contains("piece") && !e.target.classList.contains("chosen") && pick(e));
grid.addEventListener("dblclick", (e) => pick(e) && run("correct"));
keys(run, $("search"));
document.addEventListener("keydown", (e) => e.key === "Escape" && aligning?.abort());
dialogs.prepare(() => focus());
$("approve-rest").addEventListener("click", () => run("rest"));
grid.style.setProperty("--columns", columns.length);
const measure = () => document.documentElement.style.setProperty("--top", $("top").offsetHeight + "px");
new ResizeObserver(measure).observe($("top"));

async function begin() {
  state = await api.state(-1);
  const { place, row: first } = await api.next(query, 0, "look", false);
  await list.show({ ...query }, place);
  furnish();
  const at = await list.bring(place);
  const column = at ? at.cells.findIndex((c) => c.pieces.length) : 0;
  await choose(place, { column, center: first > 0 });
}

// Other windows may change the review too.
async function watch() {
  if (document.visibilityState === "visible" && (!busy || aligning) && state.version >= 0) {
    try {
      const now = await api.state(state.judged);
      $("lost").hidden = true;
      if (aligning && now?.aligned) say(`Aligning … ${now.aligned} %. Esc stops it.`);
      if (now?.version === state.version) {
        const done = state.open && !now.open;
        state = now;
        furnish();
        if (done && !busy && query.filter !== "all") await refresh({ keyboard: false });
      } else if (now?.version > state.version && !busy) {
        await refresh({ keyboard: grid.contains(document.activeElement) });
        say("The review was changed in another window. It is shown as it is now.");
      }
    } catch (fault) {
      failed(fault);
    }
  }
  setTimeout(watch, 1500);
}

begin().catch(failed).finally(watch);
