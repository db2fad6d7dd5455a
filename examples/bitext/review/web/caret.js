// Where a click or the keys have put the caret in a text, at which the row is split. There may be one in each column.
import { element } from "./element.js";
import { columns, lengthOf, offsetIn, placeOf } from "./row.js";

// at returns the place of a click: sentence and offset, or null if it is not in a text.
export function at(event) {
  const { clientX: x, clientY: y } = event;
  const place = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? place?.startContainer;
  const sentence = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".piece");
  if (!sentence || sentence.classList.contains("none")) return null;
  return { piece: Number(sentence.dataset.piece), offset: offsetIn(sentence, node, place.offset ?? place.startOffset) };
}

// drawCarets shows the carets of a row, without moving its text.
export function drawCarets(node, carets) {
  for (const e of document.querySelectorAll(".caret")) e.remove();
  if (!node) return;
  const box = node.getBoundingClientRect();
  for (const [column, { piece, offset }] of Object.entries(carets)) {
    const sentence = node.querySelectorAll(".cell")[column]?.querySelectorAll(".piece")[piece];
    if (!sentence) continue;
    const { node: text, offset: n } = placeOf(sentence, offset);
    const range = document.createRange();
    range.setStart(text, n);
    range.collapse(true);
    let r = range.getClientRects()[0];
    if (!r) r = sentence.getClientRects()[0];
    if (!r) continue; // the row is being replaced
    const e = element("span", { class: "caret", "aria-hidden": "true" });
    e.style.left = r.left - box.left - 1 + "px";
    e.style.top = r.top - box.top + "px";
    e.style.height = r.height + "px";
    node.append(e);
  }
}

// word returns the caret moved by a word in a sentence.
export function word(sentence, offset, forward) {
  const text = [...sentence.childNodes].map((e) => e.textContent).join("");
  const stops = [0];
  for (const m of text.matchAll(/[\s—–-]+/g)) stops.push(m.index + m[0].length);
  if (stops.length < 2) for (let i = 1; i < text.length; i++) stops.push(i); // a script without spaces
  stops.push(lengthOf(sentence));
  return forward ? stops.find((s) => s > offset) ?? stops.at(-1) : stops.findLast((s) => s < offset) ?? 0;
}

// places returns the carets of a row as an action names them, that of the chosen column first.
export function places(row, chosen) {
  const order = [chosen.column, ...columns.keys()].filter((c, i, all) => all.indexOf(c) === i && chosen.carets[c]);
  return order.map((column) => {
    const { piece, offset } = chosen.carets[column];
    const p = row.cells[column].pieces[piece];
    const length = p.parts.reduce((n, part) => n + (part.t?.length ?? (part.h ? (/^U\+E/.test(part.h) ? 2 : 1) : 0)), 0);
    return offset >= length ? { column, piece: piece + 1, offset: 0 } : { column, piece, offset };
  });
}
