// The page: how it begins, which button and key does what, and what other windows did.
import * as api from "./api.js";
import { at } from "./caret.js";
import { element } from "./element.js";
import { columns } from "./row.js";
import { keys, stored } from "./keys.js";
import * as dialogs from "./dialogs.js";
import { editing } from "./edit.js";
import { act, dense, enqueue, run, searched, typing, working } from "./deeds.js";
import { resetBar } from "./bar.js";
import { watchPairs } from "./pairs.js";
import { reconnect } from "./reconnect.js";
import { chooseLanguage, dress, language, languages, t } from "./words.js";
import { $, choose, chosen, failed, filter, filters, focus, furnish, grid, list, mark, query, refresh, say, select, selection, sentence, shown, unsaved } from "./view.js";

// speak shows the page in a language.
function speak(wanted) {
  chooseLanguage(wanted);
  dress();
  for (const c of columns) c.head.querySelector("strong").textContent = c.name;
  $("filters").replaceChildren(...filters.map((f) =>
    element("button", { type: "button", "data-filter": f, "aria-pressed": "false" }, t(f) + " ", element("span", { class: "count" }, "0"))));
  $("language").replaceChildren(...Object.entries(languages).map(([code, own]) => element("option", { value: code, lang: code, selected: code === language }, own)));
}

$("filters").addEventListener("click", (e) => {
  const b = e.target.closest("button");
  if (b) filter({ filter: b.dataset.filter });
});
$("search").addEventListener("input", () => {
  clearTimeout(typing.timer);
  typing.timer = setTimeout(searched, 200);
});
for (const id of ["undo", "redo", "export", "help", "next", "previous", "why"]) $(id).addEventListener("click", () => run(id));
for (const id of ["tools", "menu"]) {
  $(id).addEventListener("click", (e) => {
    const b = e.target.closest("button");
    if (!b) return;
    if (id === "menu") $("menu").hidePopover();
    run(b.dataset.do);
  });
}
// Buttons leave the keyboard with the rows.
$("tools").addEventListener("pointerdown", (e) => e.target.closest("button") && e.preventDefault());
$("density").addEventListener("change", () => run("density"));
$("language").addEventListener("change", () => {
  stored.set("language", $("language").value);
  speak($("language").value);
  furnish();
  list.redraw();
  resetBar();
});

function pick(e) {
  const node = e.target.closest(".row[id]");
  const p = e.target.closest(".piece") ?? (e.target.closest(".cell") ?? node)?.querySelector(".piece");
  if (!node || !p) return false;
  const row = list.row(Number(node.id.slice(4)));
  const column = Number(p.closest(".cell").dataset.column);
  if (row.id !== chosen.row) chosen.carets = {};
  Object.assign(chosen, { row: row.id, place: row.at, column, piece: Number(p.dataset.piece) });
  return row;
}
grid.addEventListener("click", (e) => {
  if (e.target.closest(".editor") || String(getSelection()) !== "") return;
  const before = chosen.place;
  if (e.target.closest(".head")) { // a number selects its row
    const row = list.row(Number(e.target.closest(".row[id]")?.id.slice(4)));
    if (!row) return;
    const only = selection.any && selection.from === row.at && selection.to === row.at + 1;
    Object.assign(chosen, { row: row.id, place: row.at, carets: {} });
    if (only) select(-1, -1);
    else select(e.shiftKey ? (selection.any ? selection.anchor : before) : row.at, row.at);
    return focus();
  }
  const row = pick(e);
  if (!row) return;
  if (e.shiftKey) select(selection.any ? selection.anchor : before, row.at);
  else {
    const place = at(e);
    if (place) {
      chosen.carets[chosen.column] = place;
      chosen.piece = place.piece;
    }
    select(-1, -1);
  }
  sentence(list.node(chosen.row)).focus({ preventScroll: true });
});
grid.addEventListener("pointerdown", (e) => e.shiftKey && !e.target.closest(".editor") && e.preventDefault());
grid.addEventListener("focusin", (e) => e.target.classList.contains("piece") && !e.target.classList.contains("chosen") && pick(e) && mark());
watchPairs(grid, (id) => list.row(id));
keys(run, $("search"));
document.addEventListener("keydown", (e) => e.key === "Escape" && working.aligning?.abort());
dialogs.prepare(() => focus(), act, enqueue);
grid.style.setProperty("--columns", columns.length);
const tall = /^(th|lo|km|my|bo|dz|hi|mr|ne|sa|mai|bho|bn|as|pa|gu|or|ta|te|kn|ml|si|ur|ks|sd)\b/;
document.body.classList.toggle("tall", columns.some((c) => tall.test(c.lang)));
addEventListener("resize", () => mark());
dense(stored.get("density", "compact") === "compact");
speak(stored.get("language", ""));

async function begin() {
  shown.state = await api.state(-1);
  const { place, row: first } = await api.next(query, 0, "attention", false);
  await list.show({ ...query }, place);
  furnish();
  const row = await list.bring(place);
  const column = row ? row.cells.findIndex((c) => c.pieces.length) : 0;
  await choose(place, { column, center: first > 0 });
}

// Other windows may change the review too.
async function watch() {
  if (document.visibilityState === "visible" && (!working.busy || working.aligning) && shown.state.version >= 0) {
    try {
      const now = await api.state(shown.state.checked);
      unsaved(now ?? shown.state);
      if (working.aligning && now?.aligned) say(t("aligning", { n: now.aligned }));
      if (now?.version === shown.state.version) {
        const ended = shown.state.open && !now.open;
        shown.state = now;
        furnish();
        if (ended && !working.busy && !editing.open && query.filter !== "all") await refresh({ keyboard: false });
        else if (ended && !working.busy && !editing.open) await list.show({ ...query }, chosen.place);
      } else if (now?.version > shown.state.version && !working.busy && !editing.open) {
        await refresh({ keyboard: grid.contains(document.activeElement) });
        say(t("elsewhere"));
      }
    } catch (fault) {
      failed(fault);
    }
  }
  setTimeout(watch, 1500);
}

begin().catch(failed).finally(watch);
reconnect(() => !$("lost").hidden && !shown.state.unsaved);
