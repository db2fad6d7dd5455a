// The bar under the rows: what there is to say of the chosen row, and what can be done with it, or why not.
import { element } from "./element.js";
import { finding, reasons, stateWord, states, where } from "./row.js";
import { t } from "./words.js";
import { $, chosen, current, picked, selection, shown } from "./view.js";

const rowActions = new Set(["approve", "reject", "reopen", "correct", "split", "splitOnly", "above", "below", "up", "down", "swap", "swapUp", "pair", "note"]);

// hindrance returns why an action cannot be used now, or "".
export function hindrance(what) {
  const row = current();
  const { state } = shown;
  if (what === "undo") return state.undo ? "" : t("whyNoUndo");
  if (what === "redo") return state.redo ? "" : t("whyNoRedo");
  if (what === "realign") return document.body.dataset.realign === "true" ? "" : t("whyMemory");
  if (!rowActions.has(what)) return "";
  if (!row) return t("empty");
  if (selection.any) return ["approve", "reject", "reopen", "below"].includes(what) ? "" : t("whyOne");
  const empty = !row.cells[chosen.column].pieces.length;
  switch (what) {
    case "above": return row.n === 1 ? t("whyFirst") : "";
    case "below": case "swap": return row.n === state.rows ? t("whyLast") : "";
    case "swapUp": return row.n === 1 ? t("whyFirst") : "";
    case "up": return empty ? t("whyEmpty") : row.n === 1 ? t("whyFirst") : "";
    case "down": return empty ? t("whyEmpty") : row.n === state.rows ? t("whyLast") : "";
    case "split": case "splitOnly": return Object.keys(chosen.carets).length || chosen.piece > 0 ? "" : t("whyPlace");
    case "pair": return empty && !picked.row ? t("whyEmpty") : "";
  }
  return "";
}

const titles = { reject: "rejectTitle", up: "upTitle", down: "downTitle", swap: "swapTitle", pair: "pairTitle" };

let drawn = "";

// drawBar shows the bar for the chosen row or the selection.
export function drawBar() {
  const row = current();
  const many = selection.any;
  for (const b of $("tools").querySelectorAll("button")) {
    const what = b.dataset.do;
    if (b.dataset.many !== undefined) b.hidden = !many;
    const why = hindrance(what);
    b.setAttribute("aria-disabled", Boolean(why));
    b.title = why || t(titles[what] ?? what);
    if (what === "below") b.firstElementChild.textContent = t(many ? "merge" : "below");
    if (what === "approve" || what === "reject") b.setAttribute("aria-pressed", !many && row?.state === (what === "approve" ? "approved" : "rejected"));
    if (what === "pair") b.setAttribute("aria-pressed", Boolean(picked.row));
  }
  const about = many ? [element("b", {}, t("selected", { n: selection.to - selection.from }))] : row ? describe(row) : [];
  const key = about.map((e) => e.textContent).join("\n");
  if (key !== drawn) $("about").replaceChildren(...about);
  drawn = key;
  if (!$("panel").hidden) drawPanel();
}

// describe returns what the bar says of a row.
function describe(row) {
  const out = [element("b", {}, [t("row") + " " + row.n, ...states(row).map(stateWord)].join(" · "))];
  for (const f of row.findings ?? []) out.push(finding(f, "bdi"));
  const p = row.cells[chosen.column].pieces[chosen.piece];
  if (p?.was !== undefined) out.push(element("bdi", {}, p.was ? t("was", { text: p.was }) : t("added")));
  if (row.note) out.push(element("bdi", {}, "✎ " + row.note));
  for (const r of row.remarks ?? []) out.push(element("bdi", {}, "✎ " + r));
  if (!row.alone && row.cut >= 0) out.push(element("span", {}, t("boundaries", { n: row.cut })));
  if (!row.alone && row.translation >= 0) out.push(element("span", {}, t("translation", { n: row.translation })));
  if (p?.where) out.push(element("bdi", {}, where(p.where)));
  return out;
}

function drawPanel() {
  const row = current();
  const items = row ? reasons(row) : [];
  for (const c of row?.cells ?? []) {
    for (const p of c.pieces) if (p.was !== undefined) items.push(element("li", { dir: "auto" }, p.was ? t("was", { text: p.was }) : t("added")));
  }
  if (row?.note) items.push(element("li", { dir: "auto" }, row.note));
  $("panel").replaceChildren(element("ul", {}, ...(items.length ? items : [element("li", {}, t("noReasons"))])));
}

export function togglePanel(open = $("panel").hidden) {
  $("panel").hidden = !open;
  $("why").setAttribute("aria-expanded", open);
  if (open) drawPanel();
}

// resetBar draws everything again, in another language.
export function resetBar() {
  drawn = "-";
  drawBar();
}
