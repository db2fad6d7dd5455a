// The service worker: it gives the page of a review what the program answers, and keeps the files of the site, so that it works
// without a network.
"use strict";
// The build writes these: a hash of all files, the files of the first visit with their hashes, and those that are loaded when
// they are needed. A file with another hash is not taken.
const version = VERSION;
const files = FILES;
const lists = LISTS;
const cached = "bitext " + version;
const root = new URL("./", self.location.href);

self.addEventListener("install", (e) => e.waitUntil(caches.open(cached).then((c) =>
  c.addAll(Object.entries(files).map(([f, integrity]) => new Request(f, { cache: "reload", integrity }))))));
self.addEventListener("activate", (e) => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("bitext ") && name !== cached) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  const path = url.pathname.slice(root.pathname.length);
  const review = /^review\/([\w-]+)(\/.*)$/.exec(path);
  if (review) e.respondWith(ask(e.request, review[1], review[2] + url.search));
  else if (e.request.method === "GET") e.respondWith(static_(e.request, path));
});

// ask asks the windows of the site, one of which has the review.
async function ask(request, id, address) {
  const body = new Uint8Array(await request.arrayBuffer());
  const message = { review: id, request: { method: request.method, address, type: request.headers.get("Content-Type") ?? "", body } };
  const all = (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).filter((c) => !new URL(c.url).pathname.includes("/review/"));
  const answers = all.map((c) => new Promise((done, none) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data ? done(data) : none());
    c.postMessage(message, [port2]);
  }));
  try {
    const { status, head, body: out } = await Promise.any(answers);
    return new Response([204, 304].includes(status) ? null : out, { status, headers: { ...head, "Content-Security-Policy": policy, "Cache-Control": "no-store" } });
  } catch {
    return new Response("This review is not open.", { status: 503 });
  }
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

// static_ returns a file of the site: the one that is kept, else that of the server. Word lists are kept once they were used.
async function static_(request, path) {
  const cache = await caches.open(cached);
  const own = await cache.match(path === "" ? "./" : request, { ignoreSearch: true });
  if (own) return own;
  const integrity = lists[path];
  if (!integrity) return fetch(request);
  const answer = await fetch(new Request(path, { cache: "no-cache", integrity }));
  if (answer.ok) await cache.put(path, answer.clone());
  return answer;
}
