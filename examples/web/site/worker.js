// The program bitext, as WebAssembly, with the documents of one review. The page never waits for it: it runs here.
"use strict";
importScripts("files.js", "wasm_exec.js");

// A review is a folder of the browser's storage: its documents, what the person said of them, and its journal.
async function folderOf(id, options) {
  const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("reviews", { create: true });
  return all.getDirectoryHandle(id, options);
}

async function store(folder, name, bytes) {
  const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  try {
    handle.truncate(0);
    if (handle.write(bytes, { at: 0 }) !== bytes.length) throw new DOMException("", "QuotaExceededError");
    handle.flush();
  } finally {
    handle.close();
  }
}

const bytesOf = async (folder, name) => new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());

// begin keeps the documents of a new review.
async function begin(id, files, options) {
  const folder = await folderOf(id, { create: true });
  const about = { title: files.map((f) => f.name).join(" · "), files: files.map((f) => ({ name: f.name, time: f.time })), options, begun: Date.now() };
  for (const [k, f] of files.entries()) await store(folder, "document" + k, f.bytes);
  await store(folder, "about", new TextEncoder().encode(JSON.stringify(about)));
}

// take makes the journal of a review the one that a person saved from bitext.
async function take(id, bytes) {
  await store(await folderOf(id), "journal", bytes);
}

// plain leaves out of a message what says nothing to a person: the name of the program, and the folder that the documents
// are in here.
const plain = (text) => text.replace(/^bitext: /gm, "").replace(/(^|[\s"'(])\/documents\//gm, "$1");

async function run(id, program) {
  const folder = await folderOf(id);
  const about = JSON.parse(new TextDecoder().decode(await bytesOf(folder, "about")));
  const paths = about.files.map((f) => "/documents/" + f.name);
  for (const [k, f] of about.files.entries()) put(paths[k], await bytesOf(folder, "document" + k), f.time);
  journal.path = paths[0] + ".review";
  journal.handle = await (await folder.getFileHandle("journal", { create: true })).createSyncAccessHandle();
  const size = journal.handle.getSize();
  if (size > 0) {
    const bytes = new Uint8Array(size);
    journal.handle.read(bytes, { at: 0 });
    put(journal.path, bytes, Date.now()).kept = { handle: journal.handle, at: size };
  }
  let log = "";
  said = (fd, text) => {
    text = plain(text);
    if (fd === 2) log = (log + text).slice(-4000);
    postMessage({ said: text });
  };
  const go = new Go();
  go.argv = ["bitext", "review", ...about.options, ...paths];
  go.env = { HOME: "/documents", TMPDIR: "/tmp" };
  go.exit = (code) => postMessage({ ended: code, log });
  await go.run(await WebAssembly.instantiate(program, go.importObject));
}

// serve is called by the program once its page can be asked for.
let ask;
globalThis.serve = (f) => {
  ask = f;
  postMessage({ ready: true });
};

onmessage = async ({ data }) => {
  try {
    if (data.do === "answer") return ask(data.request, (a) => postMessage({ answer: data.number, ...a }, [a.body.buffer]));
    if (data.files) await begin(data.id, data.files, data.options);
    if (data.journal) await take(data.id, data.journal);
    await run(data.id, data.program);
  } catch (e) {
    const other = e.name === "NoModificationAllowedError";
    postMessage({ ended: 1, fault: other ? "elsewhere" : e.name === "QuotaExceededError" ? "full" : "", log: other ? "" : String(e) });
  }
};
