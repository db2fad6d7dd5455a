// The page: what becomes of an action, which button and key does what, and what other windows did.
import * as api from "./api.js";
import { columns, element } from "./row.js";
import { keys } from "./keys.js";
import * as dialogs from "./dialogs.js";
import { $, choose, chosen, failed, filter, focus, furnish, grid, jump, list, mark, names, query, refresh, say, sentence, shown, step, tools, unsaved } from "./view.js";

let busy = false;
let aligning = null; // stops an alignment that is under way

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
    const out = await api.act({ version: shown.state.version, row: chosen.row, column: chosen.column, piece: chosen.piece, ...action }, aligning?.signal);
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
    if ($("exporting").open) dialogs.exporting(shown.state);
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
  export: () => dialogs.exporting(shown.state),
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
  shown.state = await api.state(-1);
  const { place, row: first } = await api.next(query, 0, "attention", false);
  await list.show({ ...query }, place);
  furnish();
  const at = await list.bring(place);
  const column = at ? at.cells.findIndex((c) => c.pieces.length) : 0;
  await choose(place, { column, center: first > 0 });
}

// Other windows may change the review too.
async function watch() {
  if (document.visibilityState === "visible" && (!busy || aligning) && shown.state.version >= 0) {
    try {
      const now = await api.state(shown.state.checked);
      unsaved(now ?? shown.state);
      if (aligning && now?.aligned) say(`Aligning … ${now.aligned} %. Esc stops it.`);
      if (now?.version === shown.state.version) {
        const done = shown.state.open && !now.open;
        shown.state = now;
        furnish();
        if (done && !busy && query.filter !== "all") await refresh({ keyboard: false });
      } else if (now?.version > shown.state.version && !busy) {
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
