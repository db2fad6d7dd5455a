// How a row looks. Text of the documents only ever becomes text of the page, never markup.

export function element(name, attributes = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) e.setAttribute(key, "");
    else if (value !== false && value !== undefined) e.setAttribute(key, value);
  }
  e.append(...children);
  return e;
}

// columns are the languages, read from the head of the grid.
export const columns = [...document.querySelectorAll(".names .name")].map((e) => ({
  lang: e.dataset.lang,
  dir: e.dataset.dir,
  name: e.querySelector("strong").textContent,
}));

const level = (hundredths, doubtful) => (hundredths < doubtful ? "low" : hundredths < 90 ? "fair" : "high");

function figure(what, hundredths, doubtful) {
  return element("span", { class: "figure " + level(hundredths, doubtful) }, what + " ", element("b", {}, hundredths + "\u00A0%"));
}

// words says the state of a row in a word or two.
export function words(row) {
  if (row.state === "approved") return "approved";
  if (row.state === "rejected") return "not a translation";
  if (row.alone) return "no counterpart";
  if (row.doubtful) return "doubtful";
  const kinds = (row.findings ?? []).map((f) => f.kind);
  if (kinds.includes("numbers")) return "numbers differ";
  if (kinds.includes("names")) return "names differ";
  if (kinds.length) return "needs attention";
  return row.hand ? "by hand" : "";
}

function kind(row) {
  if (row.state) return row.state;
  if (row.alone) return "alone";
  if (row.doubtful || row.findings) return "doubt";
  return "";
}

function head(row) {
  const e = element("div", { role: "rowheader", class: "head" }, element("span", { class: "number" }, String(row.n)));
  const state = words(row);
  if (state) e.append(element("span", { class: "state" }, state));
  if (!row.alone && row.cut >= 0) e.append(figure("cut", row.cut, 70));
  if (!row.alone && row.translation >= 0) e.append(figure("translation", row.translation, 50));
  const why = reasons(row);
  if (why.length) e.title = why.map((r) => r.text).join("\n");
  return e;
}

// reasons is all that speaks for and against a row.
export function reasons(row) {
  const alone = row.alone ? [{ text: "it is in one language only" }] : [];
  return [...(row.findings ?? []).map((f) => ({ text: f.text })), ...alone, ...(row.reasons ?? [])];
}

// piece is a sentence; codes counts the codes of its cell, which are numbered as they are where one corrects them.
function piece(p, k, codes) {
  const e = element("p", { class: "piece" + (p.begins ? " begins" : ""), tabindex: "-1", "data-piece": k });
  if (p.where) e.title = p.where;
  for (const part of p.parts) {
    if (part.h) e.append(element("span", { class: "hidden", lang: "en", dir: "ltr", title: "a character that would be invisible" }, part.h));
    else if (part.c) e.append(element("span", { class: "code", lang: "en", dir: "ltr", title: part.c }, String(++codes.count)));
    else e.append(part.t ?? "");
  }
  if (p.was !== undefined) {
    e.classList.add("corrected");
    e.append(element("span", { class: "was", lang: "en", dir: "ltr" }, p.was ? "corrected; was: " : "added", element("bdi", {}, p.was)));
  }
  return e;
}

function cell(c, k) {
  const { lang, dir, name } = columns[k];
  const e = element("div", { role: "gridcell", class: "cell", lang, dir, "data-column": k });
  const codes = { count: 0 };
  c.pieces.forEach((p, i) => e.append(piece(p, i, codes)));
  if (!c.pieces.length) {
    e.append(element("p", { class: "piece none", tabindex: "-1", "data-piece": 0, lang: "en", dir: "ltr" }, "nothing in " + name));
  }
  return e;
}

// text is the wording of a cell as it is edited.
export const text = (c) => c.edit ?? c.pieces.map((p) => p.parts.map((part) => part.t ?? "").join("")).join("\n");

// below is what is always said of a row, under its cells.
function below(row) {
  const lines = [
    ...(row.findings ?? []).map((f) => element("li", { class: "finding" }, f.text)),
    ...(row.remarks ?? []).map((t) => element("li", { class: "remark" }, t)),
    ...(row.note ? [element("li", { class: "note" }, row.note)] : []),
  ];
  return lines.length ? element("div", { role: "gridcell", class: "below" }, element("ul", {}, ...lines)) : "";
}

// render makes the elements of a row: the row, and before it a line that says how many rows are left out.
export function render(row) {
  const classes = ["row", kind(row), row.begins ? "breaks" : "", row.context ? "context" : ""].filter(Boolean).join(" ");
  const e = element("div", { role: "row", class: classes, id: "row-" + row.id, "aria-rowindex": row.at + 2 });
  e.append(head(row), ...row.cells.map(cell), below(row));
  return e;
}

export function gap(count) {
  return element("div", { class: "gap", role: "presentation" }, count === 1 ? "1 row" : count + " rows");
}
