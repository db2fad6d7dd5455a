// Which key does what. Single letters can be switched off, for those whose speech or switches press keys by chance.

const single = {
  j: "down1", k: "up1", n: "next", p: "previous", a: "approve", x: "reject", m: "below", M: "above", s: "split", u: "up", d: "down",
  e: "correct", c: "note", z: "undo", Z: "redo", r: "realign", f: "filters", "/": "search", "?": "help",
};
const named = { ArrowDown: "down1", ArrowUp: "up1", Home: "first", End: "last", PageDown: "page", PageUp: "pageBack", Enter: "correct" };

// The choice is kept if the browser allows it.
export const letters = {
  get on() {
    try { return localStorage.getItem("letters") !== "off"; } catch { return true; }
  },
  set on(value) {
    try { localStorage.setItem("letters", value ? "on" : "off"); } catch { /* then it holds for nothing */ }
  },
};

function deed(e) {
  if (e.altKey) return "";
  if (e.ctrlKey || e.metaKey) {
    const key = e.key.toLowerCase();
    if (key === "z") return e.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : "";
  }
  const right = getComputedStyle(document.body).direction === "rtl" ? "back" : "forward";
  if (e.key === "ArrowRight") return right;
  if (e.key === "ArrowLeft") return right === "forward" ? "back" : "forward";
  return named[e.key] ?? (letters.on ? single[e.key] : "");
}

export function keys(run, search) {
  document.addEventListener("keydown", (e) => {
    if (document.querySelector("dialog[open]") || e.isComposing) return;
    const control = e.target.closest("button, a, summary, select");
    if (e.target.closest("input, textarea")) {
      if (e.target === search && (e.key === "Escape" || e.key === "ArrowDown" || e.key === "Enter")) {
        e.preventDefault();
        if (e.key === "Escape" && search.value) {
          search.value = "";
          search.dispatchEvent(new Event("input"));
        }
        run("stay");
      }
      return;
    }
    if (control && ["Enter", " ", "ArrowLeft", "ArrowRight"].includes(e.key)) return;
    const what = deed(e);
    if (!what) return;
    e.preventDefault();
    if (!e.repeat || /^(down1|up1|page|pageBack|forward|back)$/.test(what)) run(what, e.repeat);
  });
}
