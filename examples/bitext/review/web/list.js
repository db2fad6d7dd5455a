// The rows of a list, of which only those near the window are in the page. They come in blocks; a block that is far away is
// an empty box of about its height.
import * as api from "./api.js";
import { element } from "./element.js";
import { gap, render } from "./row.js";

const size = 25; // rows in a block
const patience = 50; // milliseconds for which a block must be near before it is requested

export class List {
  // grid holds the blocks. shown is called when rows were drawn, failed with a fault.
  constructor(grid, scroller, { shown, failed }) {
    this.grid = grid;
    this.shown = shown;
    this.failed = failed;
    this.query = { filter: "all", search: "", keep: 0 };
    this.blocks = [];
    this.known = new Map(); // rows in the page, by ID
    this.total = 0;
    this.round = 0; // answers to questions of an earlier round come too late
    this.seen = { rows: 1, height: 40 }; // of blocks that were in the page, for those that were not
    this.near = new IntersectionObserver((entries) => this.#moved(entries), { root: scroller, rootMargin: "1200px 0px" });
  }

  row(id) { return this.known.get(id)?.row; }
  node(id) { return this.known.get(id)?.node; }

  // at is the row in a place of the list, if it is in the page.
  at(place) { return this.blocks[Math.floor(place / size)]?.rows?.[place % size]; }

  // patch draws a row again after a change that the page knows already.
  patch(id, change) {
    const k = this.known.get(id);
    if (!k) return;
    Object.assign(k.row, change);
    const node = render(k.row);
    k.node.replaceWith(node);
    Object.assign(k, { node, json: JSON.stringify(k.row) });
  }

  // ahead asks for what show will need of a query, before the place is known. The answers are by the numbers of their blocks.
  ahead(query) {
    const near = this.blocks.filter((b) => b.close).map((b) => [b.number, api.rows(query, b.number * size, size)]);
    for (const [, answer] of near) answer.catch(() => {}); // show waits for it, or nobody does
    return new Map(near);
  }

  // show shows the rows of a query, first those near a place or, without one, near the window.
  async show(query, place, ahead = new Map()) {
    this.query = query;
    const round = ++this.round;
    const wanted = new Set(this.blocks.filter((b) => b.close).map((b) => b.number));
    if (place !== undefined) wanted.add(Math.floor(place / size));
    if (!wanted.size) wanted.add(0);
    const last = await Promise.all([...wanted].map(async (number) => [number, await (ahead.get(number) ?? this.#ask(number))]));
    if (round !== this.round) return;
    this.#resize(last[0][1]);
    for (const b of this.blocks) if (!wanted.has(b.number)) this.#empty(b);
    for (const [number, answer] of last) if (this.blocks[number]) this.#fill(this.blocks[number], answer);
    this.#forget();
    for (const b of this.blocks) if (b.close && !b.rows) this.#load(b);
    return last[0][1];
  }

  // bring makes sure that a place is in the page, and is its row.
  async bring(place) {
    const b = this.blocks[Math.floor(place / size)];
    if (b && !b.rows) await this.#load(b, true);
    return this.at(place);
  }

  #ask(number) { return api.rows(this.query, number * size, size); }

  // redraw draws all rows again, in another language or density.
  redraw() {
    this.known.clear();
    this.seen = { rows: 1, height: 40 };
    for (const b of this.blocks) {
      b.height = 0;
      if (b.rows) this.#fill(b, { rows: b.rows, after: b.after });
      else b.node.style.height = this.#guess(b) + "px";
    }
  }

  // load fills a block, if it is near by then or if it must.
  async #load(b, must) {
    const round = this.round;
    try {
      const answer = await this.#ask(b.number);
      if (round === this.round && this.blocks[b.number] === b && (must || b.close)) this.#fill(b, answer);
    } catch (fault) {
      this.failed(fault);
    }
  }

  #moved(entries) {
    for (const entry of entries) {
      const b = entry.target.block;
      b.close = entry.isIntersecting;
      if (b.close && !b.rows) setTimeout(() => b.close && !b.rows && this.#load(b), patience);
      if (!b.close && b.rows && !b.node.contains(document.activeElement) && !b.node.querySelector(".current")) this.#empty(b);
    }
    this.#forget();
  }

  // resize makes as many blocks as the rows need.
  #resize({ total, found }) {
    this.total = total;
    this.found = found;
    const count = Math.ceil(total / size);
    for (const b of this.blocks.splice(count)) {
      this.near.unobserve(b.node);
      b.node.remove();
    }
    while (this.blocks.length < count) {
      const b = { number: this.blocks.length, node: element("div", { class: "block", role: "presentation" }), close: false };
      b.node.block = b;
      this.blocks.push(b);
      this.grid.append(b.node);
      this.near.observe(b.node);
    }
    for (const b of this.blocks) if (!b.rows && !b.height) b.node.style.height = this.#guess(b) + "px";
    this.grid.setAttribute("aria-rowcount", total + 1);
  }

  #guess(b) { return Math.round((this.seen.height / this.seen.rows) * this.#count(b)); }

  #count(b) { return Math.min(size, this.total - b.number * size); }

  #fill(b, { rows, after }) {
    const nodes = [];
    for (const row of rows) {
      if (row.left) nodes.push(gap(row.left));
      const json = JSON.stringify(row);
      let k = this.known.get(row.id);
      if (!k || k.json !== json) this.known.set(row.id, (k = { row, json, node: render(row) }));
      nodes.push(k.node);
    }
    if (after) nodes.push(gap(after));
    b.rows = rows;
    b.after = after;
    b.node.setAttribute("role", "rowgroup");
    b.node.replaceChildren(...nodes);
    b.node.style.height = "";
    if (this.seen.rows === 1) this.seen = { rows: rows.length, height: b.node.offsetHeight };
    this.shown();
  }

  #empty(b) {
    if (!b.rows) return;
    b.height = b.node.offsetHeight;
    if (this.seen.rows < 2000) {
      this.seen.rows += b.rows.length;
      this.seen.height += b.height;
    }
    b.rows = null;
    b.node.style.height = b.height + "px";
    b.node.setAttribute("role", "presentation");
    b.node.replaceChildren();
  }

  // forget lets go of rows that are no longer in the page.
  #forget() {
    for (const [id, k] of this.known) if (!k.node.isConnected) this.known.delete(id);
  }
}
