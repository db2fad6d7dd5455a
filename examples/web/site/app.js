// The page around a review. It chooses documents, keeps the worker that holds the review, and passes on what the review's page
// asks for.
import { languages, speak, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const make = (name, attributes, ...children) => {
  const e = Object.assign(document.createElement(name), attributes);
  e.append(...children);
  return e;
};

// running is the review that is open: its name, its worker, and the requests that wait for an answer.
let running = null;
let chosen = [];

function fault(text) {
  $("fault").textContent = text;
  $("fault").hidden = !text;
}

// show shows the start, the work or the page of a review.
function show(what) {
  for (const id of ["start", "working", "page"]) $(id).hidden = id !== what;
  $("back").hidden = $("save").hidden = what !== "page";
  if (what !== "page") $("page").removeAttribute("src");
  if (what === "start") list();
}

// --- reviews in the storage of the browser

const reviews = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("reviews", { create: true });
const read = async (folder, name) => (await folder.getFileHandle(name)).getFile();

async function list() {
  const all = [];
  for await (const [id, folder] of (await reviews()).entries()) {
    try {
      all.push({ id, ...JSON.parse(await (await read(folder, "about")).text()) });
    } catch { /* it was never complete */ }
  }
  all.sort((a, b) => b.begun - a.begun);
  $("recent").hidden = all.length === 0;
  $("reviews").replaceChildren(...all.map((r) => {
    const open = make("button", { type: "button", className: "open", onclick: () => start(r.id) }, make("bdi", {}, r.title));
    const drop = make("button", { type: "button", className: "remove", onclick: () => remove(r.id) }, t("remove"));
    return make("li", {}, open, make("time", { dateTime: new Date(r.begun).toISOString() }, new Date(r.begun).toLocaleDateString(document.documentElement.lang)), drop);
  }));
}

async function remove(id) {
  if (!confirm(t("sure"))) return;
  await (await reviews()).removeEntry(id, { recursive: true });
  list();
}

// save gives the person the journal, which bitext review takes beside the same documents.
async function save() {
  const folder = await (await reviews()).getDirectoryHandle(running.id);
  const about = JSON.parse(await (await read(folder, "about")).text());
  const journal = await read(folder, "journal");
  give(new Blob([await journal.arrayBuffer()]), about.files[0].name + ".review");
}

// give lets the person save a file.
function give(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// A browser asks the server for a link with the attribute download, and not the service worker.
$("page").addEventListener("load", () => $("page").contentDocument?.addEventListener("click", async (e) => {
  const link = e.target.closest("a[download]");
  if (!link) return;
  e.preventDefault();
  const answer = await fetch(link.href);
  if (!answer.ok) return fault(await answer.text());
  const [, coded, name] = /filename(?:\*=utf-8''([^;]+)|="?([^";]+))/i.exec(answer.headers.get("Content-Disposition")) ?? [];
  give(await answer.blob(), coded ? decodeURIComponent(coded) : (name ?? "export"));
}));

// --- the worker

// program is the program as a module, compiled once. It is packed, so that it is small on any server; its name keeps servers
// from unpacking it.
async function compile() {
  const packed = await fetch("bitext.bin");
  if (!packed.ok) throw new Error("bitext.bin: " + packed.status);
  return WebAssembly.compileStreaming(new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } }));
}
let program;

// start opens a review; with files, a new one.
async function start(id, files, journal, options = []) {
  end();
  fault("");
  $("said").textContent = "";
  show("working");
  const worker = new Worker("worker.js");
  const mine = (running = { id, worker, waiting: new Map(), number: 0 });
  worker.onerror = (e) => ended(mine, { ended: 1, log: e.message });
  worker.onmessage = ({ data }) => {
    if (data.answer) {
      mine.waiting.get(data.answer)?.postMessage({ status: data.status, head: data.head, body: data.body });
      mine.waiting.delete(data.answer);
    } else if (data.ready) {
      location.hash = id;
      $("page").src = `review/${id}/`;
      $("page").title = "bitext review";
      show("page");
    } else if (data.ended !== undefined) ended(mine, data);
    else if (data.said) $("said").textContent = ($("said").textContent + data.said).slice(-2000);
  };
  try {
    worker.postMessage({ do: "run", id, files, journal, options, program: await (program ??= compile()) });
  } catch (e) {
    program = undefined;
    ended(mine, { ended: 1, log: String(e) });
  }
}

async function ended(which, { log, fault: name, stopped }) {
  which.worker.terminate();
  if (running !== which) return;
  running = null;
  show("start");
  fault(stopped ? "" : name ? t(name) : log.trim() || "bitext");
  await forget(which.id);
  list();
}

// forget removes a review that could not begin. The files of a worker that was ended stay locked for a moment.
async function forget(id) {
  for (let tries = 0; tries < 20; tries++) {
    try {
      const folder = await (await reviews()).getDirectoryHandle(id);
      const journal = await read(folder, "journal").catch((e) => e.name === "NotFoundError" ? { size: 0 } : Promise.reject(e));
      if (journal.size === 0) await (await reviews()).removeEntry(id, { recursive: true });
      return;
    } catch (e) {
      if (e.name === "NotFoundError") return; // it is gone
      await new Promise((done) => setTimeout(done, 100)); // it may be open in another window, and then stays
    }
  }
}

// end ends the review that is open. Everything is in its journal.
function end() {
  running?.worker.terminate();
  running = null;
  history.replaceState(null, "", location.pathname);
}

navigator.serviceWorker?.addEventListener("message", ({ data, ports: [port] }) => {
  if (!data.review) return;
  if (data.review !== running?.id) return port.postMessage(null);
  running.waiting.set(++running.number, port);
  running.worker.postMessage({ do: "answer", number: running.number, request: data.request }, [data.request.body.buffer]);
});

// --- choosing documents

function choose(files) {
  chosen = [...files];
  $("chosen").replaceChildren(...chosen.map((f) => make("li", {}, make("bdi", {}, f.name))));
  $("go").disabled = chosen.length === 0;
  if (chosen.length) $("go").focus();
}

$("files").addEventListener("change", () => choose($("files").files));
for (const kind of ["dragover", "dragleave", "drop"]) {
  addEventListener(kind, (e) => {
    e.preventDefault();
    $("drop").classList.toggle("over", kind === "dragover");
    if (kind === "drop" && e.dataTransfer.files.length && !$("start").hidden) choose(e.dataTransfer.files);
  });
}
$("form").addEventListener("submit", async (e) => {
  e.preventDefault();
  const files = await Promise.all(chosen.map(async (f) => ({ name: f.name, time: f.lastModified, bytes: new Uint8Array(await f.arrayBuffer()) })));
  if (files.some((f) => /\.pdf$/i.test(f.name) || String.fromCharCode(...f.bytes.subarray(0, 5)) === "%PDF-")) return fault(t("pdf"));
  const journal = files.find((f) => f.name.endsWith(".review"));
  const langs = $("langs").value.trim();
  start(crypto.randomUUID(), files.filter((f) => f !== journal), journal?.bytes, langs ? ["--langs", langs] : []);
});
$("stop").addEventListener("click", () => running && ended(running, { stopped: true }));
$("back").addEventListener("click", () => {
  end();
  show("start");
});
$("save").addEventListener("click", save);

// --- the beginning

function language(wanted) {
  const now = speak(wanted);
  $("language").replaceChildren(...Object.entries(languages).map(([code, own]) => make("option", { value: code, lang: code, selected: code === now }, own)));
}
$("language").addEventListener("change", () => {
  try { localStorage.setItem("bitext-language", $("language").value); } catch { /* for this visit only */ }
  language($("language").value);
  list();
});

// serviceWorker waits until the service worker answers for this page. It is not installed if a file of the site is missing or
// is not the one that was built.
async function serviceWorker() {
  const all = navigator.serviceWorker;
  try {
    const registration = await all.register("sw.js");
    const first = registration.installing;
    await Promise.race([all.ready, new Promise((_, fail) => first?.addEventListener("statechange", () => first.state === "redundant" && fail(new Error("sw.js"))))]);
  } catch (e) {
    fault(t("incomplete"));
    throw e;
  }
  if (!all.controller) await new Promise((done) => all.addEventListener("controllerchange", done, { once: true }));
}

let stored = "";
try { stored = localStorage.getItem("bitext-language") ?? ""; } catch { /* the language of the browser */ }
language(stored);
if (!navigator.serviceWorker || !navigator.storage?.getDirectory || !globalThis.DecompressionStream) {
  fault(t("old"));
} else {
  await serviceWorker();
  navigator.storage.persist?.();
  program = compile();
  program.then(() => (document.body.dataset.loaded = "true"), () => (program = undefined)); // it is tried again when it is needed
  await list();
  const id = location.hash.slice(1);
  if (/^[\w-]+$/.test(id)) start(id);
  document.body.dataset.ready = "true";
}
