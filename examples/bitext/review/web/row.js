// How a row looks. Text of the documents only ever becomes text of the page, never markup.
import { element } from "./element.js";
import { language, t } from "./words.js";

const svg = document.querySelector("svg").namespaceURI;

export function icon(name, title) {
  const s = document.createElementNS(svg, "svg");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", "#i-" + name);
  s.setAttribute("aria-hidden", "true");
  s.append(use);
  return element("span", { class: "symbol", title }, s, element("span", { class: "unseen" }, title + " "));
}

// columns are the languages, read from the head of the grid.
export const columns = [...document.querySelectorAll(".names .name")].map((e) => ({
  lang: e.dataset.lang,
  dir: e.dataset.dir,
  names: JSON.parse(e.dataset.names),
  get name() { return this.names[language] ?? this.names.en; },
  head: e,
}));

const doubtful = { cut: 70, translation: 50 }; // percent

// states returns what there is to say of a row in icons, the most important first.
export function states(row) {
  const out = [];
  if (row.state) out.push(row.state);
  if (row.alone) out.push("alone");
  if (row.doubtful && !row.state) out.push("doubtful");
  if (!row.state) for (const kind of ["numbers", "names", "other"]) if (row.findings?.some((f) => f.kind === kind)) out.push(kind);
  if (row.moved) out.push("moved");
  if (row.note || row.remarks) out.push("noted");
  if (!out.length && row.hand) out.push("hand");
  return out;
}

export const stateWord = (state) => t("is" + state[0].toUpperCase() + state.slice(1));

function kind(row) {
  if (row.state) return row.state;
  if (row.alone) return "alone";
  if (row.doubtful || row.findings) return "doubt";
  return "";
}

// confidence returns the figure that decides how sure a row is, or -1.
const confidence = (row) => (row.alone || row.cut < 0 ? -1 : Math.min(row.cut, row.translation < 0 ? 100 : row.translation));

function head(row) {
  const e = element("div", { role: "rowheader", class: "head" });
  const sure = confidence(row);
  if (sure >= 0) {
    const bar = element("span", { class: "sureness " + (row.doubtful ? "low" : sure < 90 ? "fair" : "high"), "aria-hidden": "true" }, element("i"));
    bar.firstChild.style.setProperty("--part", sure + "%");
    e.append(bar);
  }
  const all = states(row);
  e.append(element("span", { class: "number" }, String(row.n)), element("span", { class: "icons state" }, ...all.slice(0, 2).map((s) => icon(s, stateWord(s)))));
  if (all[0] === "doubtful" && sure >= 0) { // the figure says it
    e.append(element("span", { class: "figure" }, sure + "%"));
    e.classList.add("figured");
  }
  return e;
}

const isolated = (text) => "\u2068" + text + "\u2069";
const only = (text, column) => t("onlyIn", { text: isolated(text), language: columns[column ?? 0].name });

// finding returns the element that says a finding, in the language of the page.
export function finding(f, name) {
  if (language === "en") return element(name, { class: "finding", lang: "en", dir: "ltr" }, f.text);
  if (f.only && f.wording) return element(name, { class: "finding" }, only(f.wording, f.column));
  const says = t("check-" + f.what, { row: f.row });
  return element(name, { class: "finding" }, f.wording && !f.row ? t("of", { what: says, text: isolated(f.wording) }) : says);
}

// reason returns the element that says what speaks for or against a row, in the language of the page.
export function reason(r, name) {
  const kind = { class: r.for ? "for" : "against" };
  if (language === "en") return element(name, { ...kind, lang: "en", dir: "ltr" }, r.text);
  if (r.long) return element(name, kind, t("longIn", { language: columns[r.in ?? 0].name }));
  if (r.only) return element(name, kind, only(r.only, r.in));
  return element(name, { ...kind, dir: "ltr" }, r.text.replace(/^number /, "")); // one text = another
}

// where returns where a piece is in its document, in words.
export function where(w) {
  const lines = w.lines && t(w.lines.includes("-") ? "lines" : "line", { n: w.lines });
  return [w.paragraph && t("paragraph", { n: String(w.paragraph) }), lines].filter(Boolean).join(", ");
}

// reasons returns all that speaks for and against a row.
export function reasons(row) {
  return [
    ...(row.findings ?? []).map((f) => finding(f, "li")),
    ...(row.alone ? [element("li", { class: "finding" }, t("onlyOne"))] : []),
    ...(row.reasons ?? []).map((r) => reason(r, "li")),
  ];
}

// partOf returns the node of a part of a sentence. data-n is how many UTF-16 units of the text it is.
function partOf(part, codes) {
  let e;
  if (part.h) {
    e = element("span", { class: "hidden", lang: "en", dir: "ltr", title: t("hiddenCharacter"), "data-n": /^U\+E/.test(part.h) ? 2 : 1 }, part.h);
  } else if (part.c) {
    return element("span", { class: "code", lang: "en", dir: "ltr", title: part.c, "data-n": 0 }, String(++codes.count));
  } else {
    e = document.createTextNode(part.t ?? "");
  }
  return part.m ? element("mark", { class: part.m }, e) : e;
}

function piece(p, k, codes) {
  const e = element("span", { class: "piece" + (p.begins ? " begins" : ""), tabindex: "-1", "data-piece": k });
  e.append(...p.parts.map((part) => partOf(part, codes)));
  if (p.was !== undefined) e.classList.add("corrected");
  return e;
}

function cell(c, k) {
  const { lang, dir, name } = columns[k];
  const e = element("div", { role: "gridcell", class: "cell lang-" + lang.split("-")[0], lang, dir, "data-column": k });
  const codes = { count: 0 };
  c.pieces.forEach((p, i) => e.append(piece(p, i, codes)));
  if (!c.pieces.length) {
    e.classList.add("blank");
    e.append(element("span", { class: "piece none", tabindex: "-1", "data-piece": 0, lang: language, dir: "auto" }, t("nothingIn", { language: name })));
  }
  return e;
}

// text returns the text of a cell as it is edited.
export const text = (c) => c.edit ?? c.pieces.map((p) => p.parts.map((part) => part.t ?? "").join("")).join("\n");

// below returns what comfortable rows say under their cells.
function below(row) {
  const lines = [
    ...(row.findings ?? []).map((f) => finding(f, "li")),
    ...(row.remarks ?? []).map((r) => element("li", { class: "remark", dir: "auto" }, r)),
    ...(row.note ? [element("li", { class: "note", dir: "auto" }, row.note)] : []),
  ];
  return lines.length ? element("div", { role: "gridcell", class: "below" }, element("ul", {}, ...lines)) : "";
}

// render returns the element of a row.
export function render(row) {
  const classes = ["row", kind(row), row.begins ? "breaks" : "", row.context ? "context" : ""].filter(Boolean).join(" ");
  const e = element("div", { role: "row", class: classes, id: "row-" + row.id, "aria-rowindex": row.at + 2 });
  e.append(head(row), ...row.cells.map(cell), below(row));
  return e;
}

export const gap = (count) => element("div", { class: "gap", role: "presentation" }, t("rowsLeftOut", { n: count }));

// width returns how many units of the text of a sentence a node is.
function width(node) {
  if (node.dataset?.n !== undefined) return Number(node.dataset.n);
  if (node.nodeType === Node.TEXT_NODE) return node.length;
  return [...node.childNodes].reduce((n, child) => n + width(child), 0);
}

// offsetIn returns the offset in a sentence of a place in the page.
export function offsetIn(sentence, node, offset) {
  let units = 0;
  const walk = (e) => {
    if (e === node && e.nodeType === Node.TEXT_NODE) return (units += e.parentNode.dataset?.n !== undefined ? 0 : offset), true;
    if (e === node) return [...e.childNodes].slice(0, offset).forEach((c) => (units += width(c))), true;
    if (e.dataset?.n !== undefined) return e.contains(node) || (units += width(e), false);
    if (e.nodeType === Node.TEXT_NODE) return (units += e.length), false;
    return [...e.childNodes].some(walk);
  };
  walk(sentence);
  return units;
}

// placeOf returns the place in the page of an offset in a sentence.
export function placeOf(sentence, offset) {
  const walk = (e) => {
    if (e.dataset?.n !== undefined || e.nodeType === Node.TEXT_NODE) {
      const n = width(e);
      if (offset <= n && e.nodeType === Node.TEXT_NODE) return { node: e, offset };
      if (offset < n) return { node: e, offset: 0 };
      offset -= n;
      return null;
    }
    for (const child of e.childNodes) {
      const found = walk(child);
      if (found) return found;
    }
    return null;
  };
  return walk(sentence) ?? { node: sentence, offset: sentence.childNodes.length };
}

export const lengthOf = width;
