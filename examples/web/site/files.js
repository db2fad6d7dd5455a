// The files of the program, in memory, as Go's runtime for WebAssembly asks for them (it calls the functions of Node.js).
// Journals of reviews are kept in the browser's own storage too: fsync returns once they are there.
"use strict";

// Files of the site that the program may open: word lists and tables. They are loaded when they are opened.
const remote = "/lists/";

function fault(code) {
  const e = new Error(code);
  e.code = code;
  return e;
}

let numbers = 0;
const node = (mode) => ({ mode, ino: ++numbers, data: new Uint8Array(0), size: 0, time: Date.now(), kept: null });
const isFolder = (n) => (n.mode & 0o170000) === 0o040000;
const file = () => node(0o100644);
const folder = () => node(0o040755);

const tree = new Map([["/", folder()], ["/documents", folder()], ["/tmp", folder()], ["/lists", folder()]]);
const open = new Map(); // by descriptor
const clean = (path) => "/" + path.split("/").filter((p) => p && p !== ".").reduce((all, p) => (p === ".." ? all.slice(0, -1) : [...all, p]), []).join("/");
const parent = (path) => clean(path + "/..");

// put makes a file, such as a document that a person has chosen.
function put(path, bytes, time) {
  const f = Object.assign(file(), { data: bytes, size: bytes.length, time });
  tree.set(path, f);
  return f;
}

// load loads a file of the site, without which the program cannot go on.
function load(path) {
  const q = new XMLHttpRequest();
  q.open("GET", new URL("." + path, self.location.href), false);
  q.responseType = "arraybuffer";
  try {
    q.send();
  } catch {
    throw fault("EIO");
  }
  if (q.status === 404) throw fault("ENOENT");
  if (q.status !== 200) throw fault("EIO");
  return put(path, new Uint8Array(q.response), 0);
}

function find(path) {
  path = clean(path);
  const n = tree.get(path) ?? (path.startsWith(remote) && path.length > remote.length ? load(path) : undefined);
  if (!n) throw fault("ENOENT");
  return n;
}

function grow(n, size) {
  if (size > n.data.length) {
    const more = new Uint8Array(Math.max(size, 2 * n.data.length));
    more.set(n.data.subarray(0, n.size));
    n.data = more;
  }
  if (size < n.size) n.data.fill(0, size, n.size);
  n.size = size;
  n.time = Date.now();
}

const stats = (n) => ({ dev: 1, ino: n.ino, mode: n.mode, nlink: 1, uid: 0, gid: 0, rdev: 0, size: n.size, blksize: 4096, blocks: 0,
  atimeMs: n.time, mtimeMs: n.time, ctimeMs: n.time, isDirectory: () => isFolder(n) });

// keep makes what a file holds be in the storage of the browser. kept.at is how much of it is there already: a journal only
// grows.
function keep(n) {
  const { handle } = n.kept;
  try {
    if (handle.getSize() > n.size) {
      handle.truncate(n.size);
      n.kept.at = 0;
    }
    const rest = n.data.subarray(n.kept.at, n.size);
    if (handle.write(rest, { at: n.kept.at }) !== rest.length) throw fault("ENOSPC");
    handle.flush();
    n.kept.at = n.size;
  } catch (e) {
    handle.truncate(n.kept.at); // nothing is half written
    throw e.name === "QuotaExceededError" ? fault("ENOSPC") : e.code ? e : fault("EIO");
  }
}

// journal is set by the worker: the path of the journal and the handle that keeps it.
const journal = { path: "", handle: null };
function named(path, n) {
  tree.set(path, n);
  if (path === journal.path && !n.kept) {
    n.kept = { handle: journal.handle, at: 0 };
    try {
      keep(n);
    } catch (e) {
      tree.delete(path);
      throw e;
    }
  }
}

// said receives what the program writes to its outputs.
let said = () => {};
const text = new TextDecoder();

// answer calls back with a result or a fault, as Node.js does: never before the call has returned.
const answer = (callback, does) => {
  let result, e = null;
  try {
    result = does();
  } catch (thrown) {
    e = thrown.code ? thrown : fault("EIO");
  }
  queueMicrotask(() => callback(e, result));
};

globalThis.fs = {
  constants: { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536 },
  writeSync(fd, bytes) {
    said(fd, text.decode(bytes));
    return bytes.length;
  },
  open: (path, flags, mode, callback) => answer(callback, () => {
    path = clean(path);
    const c = fs.constants;
    let n = tree.get(path);
    if (n && flags & c.O_CREAT && flags & c.O_EXCL) throw fault("EEXIST");
    if (!n && flags & c.O_CREAT) {
      if (!isFolder(find(parent(path)))) throw fault("ENOTDIR");
      named(path, (n = file()));
    }
    n ??= find(path);
    if (isFolder(n) && flags & 3) throw fault("EISDIR");
    if (flags & c.O_TRUNC) grow(n, 0);
    const fd = Math.max(2, ...open.keys()) + 1;
    open.set(fd, { n, at: 0, append: Boolean(flags & c.O_APPEND) });
    return fd;
  }),
  close: (fd, callback) => answer(callback, () => void open.delete(fd)),
  read: (fd, buffer, offset, length, position, callback) => answer(callback, () => {
    const f = open.get(fd);
    if (!f) throw fault(fd === 0 ? "EIO" : "EBADF");
    const at = position ?? f.at;
    const part = f.n.data.subarray(at, Math.min(at + length, f.n.size));
    buffer.set(part, offset);
    if (position === null) f.at += part.length;
    return part.length;
  }),
  write: (fd, buffer, offset, length, position, callback) => answer(callback, () => {
    const part = buffer.subarray(offset, offset + length);
    if (fd === 1 || fd === 2) return fs.writeSync(fd, part);
    const f = open.get(fd);
    if (!f) throw fault("EBADF");
    const at = position ?? (f.append ? f.n.size : f.at);
    grow(f.n, Math.max(f.n.size, at + length));
    f.n.data.set(part, at);
    if (f.n.kept) f.n.kept.at = Math.min(f.n.kept.at, at);
    if (position === null) f.at = at + length;
    return length;
  }),
  fsync: (fd, callback) => answer(callback, () => {
    const f = open.get(fd);
    if (f?.n.kept) keep(f.n);
  }),
  ftruncate: (fd, size, callback) => answer(callback, () => {
    const { n } = open.get(fd);
    grow(n, size);
    if (n.kept) n.kept.at = Math.min(n.kept.at, size);
  }),
  truncate: (path, size, callback) => answer(callback, () => grow(find(path), size)),
  stat: (path, callback) => answer(callback, () => stats(find(path))),
  lstat: (path, callback) => answer(callback, () => stats(find(path))),
  fstat: (fd, callback) => answer(callback, () => {
    if (fd <= 2) return stats(node(0o020600)); // a terminal
    return stats(open.get(fd).n);
  }),
  mkdir: (path, mode, callback) => answer(callback, () => {
    path = clean(path);
    if (tree.has(path)) throw fault("EEXIST");
    find(parent(path));
    tree.set(path, folder());
  }),
  readdir: (path, callback) => answer(callback, () => {
    path = clean(path);
    if (!isFolder(find(path))) throw fault("ENOTDIR");
    return [...tree.keys()].filter((p) => p !== "/" && parent(p) === path).map((p) => p.slice(p.lastIndexOf("/") + 1));
  }),
  rename: (from, to, callback) => answer(callback, () => {
    named(clean(to), find(from));
    tree.delete(clean(from));
  }),
  link: (from, to, callback) => answer(callback, () => {
    if (tree.has(clean(to))) throw fault("EEXIST");
    named(clean(to), find(from));
  }),
  unlink: (path, callback) => answer(callback, () => {
    if (isFolder(find(path))) throw fault("EISDIR");
    tree.delete(clean(path));
  }),
  rmdir: (path, callback) => answer(callback, () => void tree.delete(clean(path))),
  utimes: (path, read, written, callback) => answer(callback, () => void (find(path).time = 1000 * written)),
  chmod: (path, mode, callback) => answer(callback, () => {}),
  fchmod: (fd, mode, callback) => answer(callback, () => {}),
  chown: (path, uid, gid, callback) => answer(callback, () => {}),
  fchown: (fd, uid, gid, callback) => answer(callback, () => {}),
  lchown: (path, uid, gid, callback) => answer(callback, () => {}),
  readlink: (path, callback) => answer(callback, () => { throw fault("EINVAL"); }),
  symlink: (path, link, callback) => answer(callback, () => { throw fault("ENOSYS"); }),
};
globalThis.process = {
  getuid: () => 0, getgid: () => 0, geteuid: () => 0, getegid: () => 0, getgroups: () => [], pid: 1, ppid: 1, umask: () => 0o22,
  cwd: () => "/documents", chdir() {},
};
globalThis.path = { resolve: (...parts) => clean(parts.join("/")) };
