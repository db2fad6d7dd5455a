// The words of a row that surely translate one another light up together under the pointer. Nothing in the page moves.
import * as api from "./api.js";
import { offsetIn, placeOf } from "./row.js";

const known = new Map(); // pairs of rows, by ID and what the row shows
let wait;

function rangeOf(node, { column, piece, offset, length }) {
  const sentence = node.querySelectorAll(".cell")[column]?.querySelectorAll(".piece")[piece];
  if (!sentence) return null;
  const a = placeOf(sentence, offset), b = placeOf(sentence, offset + length);
  const range = document.createRange();
  range.setStart(a.node, a.offset);
  range.setEnd(b.node, b.offset);
  return range;
}

function light(ranges) {
  CSS.highlights.delete("pair");
  if (ranges.length) CSS.highlights.set("pair", new Highlight(...ranges.filter(Boolean)));
}

// watchPairs lights up words of the grid. rowOf returns the row of an ID.
export function watchPairs(grid, rowOf) {
  if (!globalThis.CSS?.highlights) return; // an older browser lights up nothing
  grid.addEventListener("pointermove", (e) => {
    clearTimeout(wait);
    const node = e.target.closest?.(".row[id]");
    const cell = e.target.closest?.(".cell");
    if (!node || !cell || e.pointerType === "touch") return light([]);
    wait = setTimeout(async () => {
      const id = Number(node.id.slice(4)), row = rowOf(id);
      if (!row) return;
      let pairs = known.get(row);
      if (!pairs) {
        try { pairs = await api.pairs(id); } catch { return; }
        if (known.size > 500) known.clear();
        known.set(row, pairs);
      }
      const place = document.caretPositionFromPoint?.(e.clientX, e.clientY) ?? document.caretRangeFromPoint?.(e.clientX, e.clientY);
      const text = place?.offsetNode ?? place?.startContainer;
      const sentence = (text?.nodeType === Node.TEXT_NODE ? text.parentElement : text)?.closest?.(".piece");
      if (!sentence || !node.contains(sentence)) return light([]);
      const column = Number(cell.dataset.column), piece = Number(sentence.dataset.piece);
      const offset = offsetIn(sentence, text, place.offset ?? place.startOffset);
      const here = (p) => p.column === column && p.piece === piece && p.offset <= offset && offset <= p.offset + p.length;
      light(pairs.filter((p) => here(p.from) || here(p.to)).flatMap((p) => [rangeOf(node, p.from), rangeOf(node, p.to)]));
    }, 60);
  });
  grid.addEventListener("pointerleave", () => light([]));
}
