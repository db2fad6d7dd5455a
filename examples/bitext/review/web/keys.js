// Which key does what. Single letters can be switched off, for people whose speech or switches press keys by chance.

const single = {
  j: "down1", k: "up1", n: "next", p: "previous", a: "approve", x: "reject", m: "below", M: "above", s: "split", S: "splitOnly", u: "up", d: "down",
  w: "swap", W: "swapUp", v: "pair", e: "correct", c: "note", z: "undo", Z: "redo", r: "realign", f: "filters", "/": "search", "?": "help", i: "why",
  A: "sure", R: "replace", g: "goto", E: "export", D: "density", 1: "kind1", 2: "kind2", 3: "kind3", 4: "kind4", 5: "kind5",
};
const named = { ArrowDown: "down1", ArrowUp: "up1", Home: "first", End: "last", PageDown: "page", PageUp: "pageBack", Enter: "correct", Escape: "escape" };
const extending = { ArrowDown: "extendDown", ArrowUp: "extendUp", Home: "extendFirst", End: "extendLast", PageDown: "extendPage", PageUp: "extendPageBack", J: "extendDown", K: "extendUp" };
const repeating = /^(down1|up1|page|pageBack|forward|back|wordForward|wordBack|extendDown|extendUp)$/;

// The table of the help: key of a heading, and rows of keys and the key of their text.
export const table = [
  ["keysGo", [["↓ j", "↑ k"], "keyRows"], [["→", "←"], "keySentences"], [["Ctrl+→", "Ctrl+←"], "keyCaret"], [["n", "p"], "keyNext"], [["1", "…", "5"], "keyKinds"],
    [["Home", "End"], "keyEnds"], [["g"], "keyGo"], [["/", "f"], "keySearch"], [["i"], "whyTitle"], [["D"], "density"]],
  ["keysFix", [["a"], "keyApprove"], [["x"], "keyReject"], [["e", "Enter"], "keyEdit"], [["s", "S"], "keySplit"], [["m", "M"], "keyMerge"], [["u", "d"], "keyMove"],
    [["w", "W"], "keySwap"], [["v"], "keyPair"], [["c"], "note"], [["z", "Z"], "keyUndo"]],
  ["keysMany", [["Shift+↓", "Shift+↑"], "keySelect"], [["Ctrl+A"], "keySelectAll"], [["A"], "approveSure"], [["R"], "replaceButton"], [["r"], "realign"], [["E"], "export"]],
];

export const kinds = ["doubtful", "alone", "numbers", "names", "other"];

// stored keeps a choice, if the browser allows it.
export const stored = {
  get(name, otherwise) {
    try { return localStorage.getItem("bitext-" + name) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem("bitext-" + name, value); } catch { /* then it holds until the page is closed */ }
  },
};

export const letters = {
  get on() { return stored.get("letters", "on") !== "off"; },
  set on(value) { stored.set("letters", value ? "on" : "off"); },
};

function deed(e) {
  const right = getComputedStyle(document.documentElement).direction !== "rtl";
  const side = { ArrowRight: right, ArrowLeft: !right }[e.key];
  if (e.ctrlKey || e.metaKey) {
    const key = e.key.toLowerCase();
    if (side !== undefined) return side ? "wordForward" : "wordBack";
    if (key === "a") return "selectAll";
    if (key === "z") return e.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : "";
  }
  if (e.altKey) return /^Digit[1-5]$/.test(e.code) && letters.on ? "kindBack" + e.code[5] : "";
  if (side !== undefined) return side ? "forward" : "back";
  if (e.shiftKey && extending[e.key]) return e.key.length > 1 || letters.on ? extending[e.key] : "";
  return named[e.key] ?? (letters.on ? single[e.key] : "") ?? "";
}

export function keys(run, search) {
  document.addEventListener("keydown", (e) => {
    if (document.querySelector("dialog[open]") || e.isComposing) return;
    const control = e.target.closest("button, a, summary, select, label");
    if (e.target.closest("input, textarea:not([readonly]), select")) {
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
    if (control && ["Enter", " ", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(e.key)) return;
    const what = deed(e);
    if (!what) return;
    e.preventDefault();
    if (!e.repeat || repeating.test(what)) run(what, e.repeat);
  });
}
