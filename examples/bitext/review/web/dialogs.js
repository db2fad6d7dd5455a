// The windows: notes, sure rows, replacing, going to a row, exporting, and the keys.
import * as api from "./api.js";
import { element } from "./element.js";
import { columns } from "./row.js";
import { letters, table } from "./keys.js";
import { t } from "./words.js";
import { $, choose, filter, list, query, range, shown } from "./view.js";

let saveNote;

export function note(row, act) {
  $("noting-title").textContent = t("noteTitle", { n: row.n });
  $("noting-fault").hidden = true;
  $("noting-text").value = row.note ?? "";
  saveNote = async () => {
    const fault = await act({ do: "note", row: row.id, text: $("noting-text").value }, { quiet: true });
    if (!fault) return $("noting").close();
    $("noting-fault").hidden = false;
    $("noting-fault").textContent = fault.status === 409 ? t("conflict") : fault.message || t("lost");
  };
  $("noting").showModal();
  $("noting-text").focus();
}

// --- sure rows

let counts = [];

function drawSure() {
  const least = Number($("sure-least").value);
  const n = counts[least] ?? 0;
  $("sure-value").textContent = least + " %";
  $("sure-approve").textContent = t("sureButton", { n });
  $("sure-approve").setAttribute("aria-disabled", !n);
}

export async function sure() {
  counts = await api.sure();
  if (!counts[$("sure-least").value]) {
    const some = counts.findLastIndex((n) => n > 0);
    if (some >= 0) $("sure-least").value = Math.floor(some / 5) * 5;
  }
  drawSure();
  $("sure").showModal();
  $("sure-approve").focus();
}

// --- find and replace

function replacement() {
  return {
    find: $("find").value, with: $("with").value, case: $("find-case").checked, words: $("find-words").checked, regexp: $("find-regexp").checked,
    column: Number($("find-column").value), ...($("find-shown").checked && list.total ? { range: range() ?? { ...query, from: 0, to: list.total } } : {}),
  };
}

let asked = 0;
async function drawPreview() {
  const mine = ++asked;
  let found = { count: 0, rows: 0, shown: [] }, wrong = "";
  if ($("find").value) {
    try {
      found = await api.preview(replacement());
    } catch (fault) {
      wrong = fault.message || t("lost");
    }
  }
  if (mine !== asked) return;
  $("replace-count").textContent = wrong || t("replaceCount", { n: found.count, rows: found.rows });
  $("replace-count").classList.toggle("fault", Boolean(wrong));
  $("replace-all").setAttribute("aria-disabled", !found.count);
  $("replace-preview").replaceChildren(...found.shown.map(({ n, column, parts }) =>
    element("p", { lang: columns[column].lang, dir: columns[column].dir }, element("b", {}, String(n)),
      ...parts.map((p) => (p.m ? element(p.m === "old" ? "del" : "ins", {}, p.t) : p.t)))));
}

export function replace() {
  $("find-column").replaceChildren(element("option", { value: -1 }, t("allColumns")), ...columns.map((c, k) => element("option", { value: k }, c.name)));
  $("find-shown").parentElement.hidden = query.filter === "all" && !query.search && !range();
  $("find-shown").checked = !$("find-shown").parentElement.hidden;
  $("replacing").showModal();
  $("find").focus();
  $("find").select();
  drawPreview();
}

// --- the rest

export function goTo() {
  $("going-number").value = "";
  $("going").showModal();
  $("going-number").focus();
}

export function exporting() {
  const { counts, rows } = shown.state;
  $("export-approved").textContent = t("exportApproved", { n: counts["export-approved"] ?? 0 });
  $("export-sure").textContent = t("exportSure", { n: counts["export-sure"] ?? 0 });
  $("export-all").textContent = t("exportAll", { n: counts["export-all"] ?? rows });
  drawExport();
  if (!$("exporting").open) $("exporting").showModal();
}

function drawExport() {
  const form = new FormData($("exporting").querySelector("form"));
  $("download").href = "export?" + new URLSearchParams({ rows: form.get("rows"), format: form.get("format") });
}

export function help() {
  $("letters").checked = letters.on;
  $("keys").replaceChildren(...table.map(([heading, ...rows]) =>
    element("table", {}, element("caption", {}, t(heading)), element("tbody", {}, ...rows.map(([keys, what]) =>
      element("tr", {}, element("th", { scope: "row" }, ...keys.flatMap((k) => k.split(" ").map((one) => element("kbd", { dir: "ltr" }, one)))), element("td", {}, t(what))))))));
  $("help-saved").textContent = t("helpSaved", { journal: document.body.dataset.journal });
  $("helping").showModal();
}

// prepare is called once. enqueue runs a function after what the keys have asked for. back moves the focus to where it was
// before a window opened; that element may have been drawn again.
export function prepare(back, act, enqueue) {
  for (const d of document.querySelectorAll("dialog")) d.addEventListener("close", back);
  $("noting-save").addEventListener("click", () => saveNote());
  $("noting-text").addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      saveNote();
    }
  });
  $("sure-least").addEventListener("input", drawSure);
  $("sure-approve").addEventListener("click", () => {
    const least = Number($("sure-least").value);
    if (!counts[least]) return;
    $("sure").close();
    enqueue(() => act({ do: "approve sure", sure: least }));
  });
  for (const id of ["find", "with", "find-case", "find-words", "find-regexp", "find-shown", "find-column"]) $(id).addEventListener("input", drawPreview);
  $("replacing").querySelector("form").addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || e.target.tagName !== "INPUT") return;
    e.preventDefault();
    $("replace-all").click();
  });
  $("replace-all").addEventListener("click", () => {
    if ($("replace-all").getAttribute("aria-disabled") === "true") return;
    const what = replacement();
    $("replacing").close();
    enqueue(() => act({ do: "replace", replace: what }));
  });
  $("going").addEventListener("close", () => enqueue(async () => {
    const n = Number.parseInt($("going-number").value, 10);
    if (!Number.isFinite(n)) return;
    if (query.filter !== "all" || query.search) {
      $("search").value = "";
      await filter({ filter: "all", search: "" });
    }
    await choose(n - 1, { center: true });
  }));
  $("exporting").addEventListener("change", drawExport);
  $("letters").addEventListener("change", () => (letters.on = $("letters").checked));
}
