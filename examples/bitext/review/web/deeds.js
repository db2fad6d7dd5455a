// What the keys and buttons do.
import * as api from "./api.js";
import { places, word } from "./caret.js";
import { columns } from "./row.js";
import { kinds, stored } from "./keys.js";
import * as dialogs from "./dialogs.js";
import { edit, editing } from "./edit.js";
import { hindrance, togglePanel } from "./bar.js";
import { t } from "./words.js";
import { $, choose, chosen, current, failed, filter, focus, jump, list, mark, picked, query, range, refresh, say, select, selection, sentence, shown, step, within } from "./view.js";

// working is what is under way: an action, and an alignment, which can be stopped.
export const working = { busy: false, aligning: null };

const done = { approve: "didApprove", reject: "didReject", reopen: "didReopen", merge: "didMerge", split: "didSplit", move: "didMove", swap: "didSwap",
  correct: "didCorrect", replace: "didReplace", note: "didNote", realign: "didRealign", "approve sure": "didApprove", "mark as not a translation": "didReject" };
const name = (what) => (done[what] ? t(done[what]) : what);

// told returns what the page says of an action that was carried out.
function told(out, action, row) {
  if (!out.rows) return t("unchanged");
  const back = /^(undo|redo): (.*)$/.exec(out.what);
  if (back) return t(back[1] === "undo" ? "didUndo" : "didRedo", { what: name(back[2]) });
  const single = row && !action.range && !["realign", "replace", "approve sure"].includes(action.do);
  const what = single && ["approve", "reject"].includes(action.do) && !row.state ? t("didReopen") : name(action.do);
  return (single ? t("didRow", { n: row.n, what }) : t("didRows", { n: out.rows, what })) + " " + t("saved");
}

// act does something to the sheet, and shows what came of it. It returns the fault, if there is one.
export async function act(action, { next = false, quiet = false, stay = false } = {}) {
  working.busy = true;
  if (action.do === "realign") working.aligning = new AbortController();
  document.body.classList.toggle("busy", working.aligning !== null);
  const was = current();
  try {
    const out = await api.act({ version: shown.state.version, row: chosen.row, column: chosen.column, piece: chosen.piece, ...action }, working.aligning?.signal);
    Object.assign(selection, { anchor: -1, head: -1 });
    if (next && was && out.rows === 1 && list.row(out.focus) === was) {
      // The mark is on the disk. It is shown at once, and the counts as soon as the keys rest.
      const mark = action.do === "approve" ? "approved" : "rejected";
      const taken = was.state === mark;
      const open = !was.state;
      list.patch(was.id, { state: taken ? undefined : mark });
      shown.state.version = out.version;
      say(told(out, action, was));
      if (open) await choose(nextOpen(chosen.place));
      else focus();
      return later();
    }
    if (stay) await refresh({ row: chosen.row, keyboard: false });
    else await refresh({ row: out.focus || chosen.row, piece: action.do === "split" ? 0 : undefined });
    const row = list.row(out.focus);
    say(told(out, action, row));
    if (next && was && !was.state && row?.state) await choose(nextOpen(chosen.place));
  } catch (fault) {
    if (fault.status === 409) {
      await refresh().catch(failed);
      say(t("elsewhere"), "fault");
    } else if (!quiet || fault.status === 0) failed(fault);
    return fault;
  } finally {
    Object.assign(working, { busy: false, aligning: null });
    document.body.classList.remove("busy");
  }
}

// later shows what else an action has changed, when the keys rest or something needs it.
let rest = 0;
function later() {
  clearTimeout(rest);
  rest = setTimeout(() => enqueue(now), 200);
}
function now() {
  if (!rest) return;
  if (editing.open) return later(); // the row that is edited must stay
  clearTimeout(rest);
  rest = 0;
  return refresh({ row: chosen.row, keyboard: false });
}
const needing = /^(undo|redo|export)$/; // what needs to know all that was done

// nextOpen is the next place after one that is not mere context.
function nextOpen(place) {
  for (let k = place + 1; k < list.total; k++) if (!list.at(k)?.context) return k;
  return place;
}

// caretPlace is where the caret of the chosen column is, or the chosen sentence.
function caretPlace() {
  const row = current();
  const [place] = places(row, chosen).filter((p) => p.column === chosen.column);
  return place ?? { column: chosen.column, piece: chosen.piece, offset: 0 };
}

function splitting(only) {
  const [first, ...also] = places(current(), chosen);
  return act({ do: "split", only, ...(first ?? { column: chosen.column, piece: chosen.piece }), also });
}

function moving(up) {
  const place = caretPlace();
  if (up && !place.offset && chosen.carets[chosen.column]) place.piece = Math.max(0, place.piece - (place.piece > chosen.piece ? 1 : 0));
  return act({ do: "move", up, ...place, piece: Math.min(place.piece, current().cells[place.column].pieces.length - 1) });
}

// extend selects rows as far as a place.
async function extend(by) {
  const from = selection.any ? selection.head : chosen.place;
  const head = within(from + by, list.total);
  const anchor = selection.any ? selection.anchor : chosen.place;
  await choose(head, { keep: true });
  select(anchor, head);
}

// pairing picks up the chosen cell, or pairs the one that was picked up with the chosen row.
function pairing() {
  const row = current();
  if (!picked.row) {
    Object.assign(picked, { row: row.id, n: row.n, column: chosen.column });
    mark();
    return say(t("picked", { n: row.n, language: columns[chosen.column].name }));
  }
  const { row: id, column } = picked;
  picked.row = 0;
  mark();
  return id === row.id ? say(t("dropped")) : act({ do: "swap", row: id, with: row.id, column });
}

function moveCaret(forward) {
  const row = current();
  const node = list.node(chosen.row);
  if (!row?.cells[chosen.column].pieces.length) return;
  const { piece, offset } = chosen.carets[chosen.column] ?? { piece: chosen.piece, offset: 0 };
  chosen.carets[chosen.column] = { piece, offset: word(sentence(node, chosen.column, piece), offset, forward) };
  mark();
}

export function dense(on) {
  document.body.classList.toggle("comfortable", !on);
  $("density").checked = on;
  stored.set("density", on ? "compact" : "comfortable");
}

const deeds = {
  approve: () => act({ do: "approve", range: range() }, { next: !selection.any }),
  reject: () => act({ do: "reject", range: range() }, { next: !selection.any }),
  reopen: () => selection.any && act({ do: "reopen", range: range() }),
  sure: () => dialogs.sure(),
  above: () => act({ do: "merge", up: true }),
  below: () => act({ do: "merge", range: range() }),
  split: () => splitting(false),
  splitOnly: () => splitting(true),
  up: () => moving(true),
  down: () => moving(false),
  swap: () => act({ do: "swap" }),
  swapUp: () => act({ do: "swap", up: true }),
  pair: pairing,
  correct: () => void (current() && edit(current(), chosen.column, inTurn)),
  note: () => void (current() && dialogs.note(current(), act)),
  replace: () => dialogs.replace(),
  goto: () => dialogs.goTo(),
  undo: () => act({ do: "undo" }),
  redo: () => act({ do: "redo" }),
  realign: () => {
    say(t("aligning", { n: 0 }));
    return act({ do: "realign", range: range() });
  },
  next: () => jump(false),
  previous: () => jump(true),
  down1: () => choose(chosen.place + 1),
  up1: () => choose(chosen.place - 1),
  page: () => choose(chosen.place + 12),
  pageBack: () => choose(chosen.place - 12),
  first: () => choose(0),
  last: () => choose(list.total - 1),
  forward: () => step(1),
  back: () => step(-1),
  wordForward: () => moveCaret(true),
  wordBack: () => moveCaret(false),
  extendDown: () => extend(1),
  extendUp: () => extend(-1),
  extendPage: () => extend(12),
  extendPageBack: () => extend(-12),
  extendFirst: () => extend(-list.total),
  extendLast: () => extend(list.total),
  selectAll: () => list.total && select(0, list.total - 1),
  escape: () => {
    if (!$("panel").hidden) return togglePanel(false);
    if (picked.row) say(t("dropped"));
    picked.row = 0;
    chosen.carets = {};
    select(-1, -1);
  },
  search: () => $("search").focus(),
  stay: async () => {
    await searched();
    $("search").blur();
    focus();
  },
  filters: () => $("filters").querySelector('[aria-pressed="true"]').focus(),
  why: () => togglePanel(),
  help: () => dialogs.help(),
  export: () => dialogs.exporting(),
  density: () => {
    dense(document.body.classList.contains("comfortable"));
    list.redraw();
    mark();
    look();
  },
};
kinds.forEach((kind, k) => {
  deeds["kind" + (k + 1)] = () => jump(false, kind);
  deeds["kindBack" + (k + 1)] = () => jump(true, kind);
});
const look = () => list.node(chosen.row)?.scrollIntoView({ block: "nearest" });

// run does one thing after the other, in the order in which keys were pressed. A key that is held down must not run ahead.
// What opens a field or a window that needs no row does so at once: letters that are typed next are not taken for actions.
let queue = Promise.resolve();
let waiting = 0;
const atOnce = /^(search|help|goto)$/;
export function run(what, held) {
  if (held && waiting > 1) return;
  if (atOnce.test(what)) return deeds[what]();
  enqueue(async () => {
    if (needing.test(what)) await now();
    const why = hindrance(what);
    return why ? say(why, "fault") : deeds[what]();
  });
}
// inTurn acts after what the keys have asked for, and before what they ask for next.
const inTurn = (action, options) => new Promise((done) => enqueue(async () => done(await act(action, options))));

export function enqueue(does) {
  waiting++;
  queue = queue.then(does).catch(failed).finally(() => waiting--);
}

export const typing = { timer: 0 };
export async function searched() {
  clearTimeout(typing.timer);
  const search = $("search").value.trim();
  if (search !== query.search) await filter({ search });
}
