// A static server for the site that runs bitext in the browser: what any web server does, and nothing else.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };

// serve serves a folder and returns its address. asked is the list of what was asked for.
export async function serve(folder) {
  const asked = [];
  const server = createServer(async (q, a) => {
    const path = normalize(decodeURIComponent(new URL(q.url, "http://x").pathname));
    asked.push(path);
    try {
      const body = await readFile(join(folder, path.endsWith("/") ? path + "index.html" : path));
      a.writeHead(200, { "Content-Type": types[extname(path.endsWith("/") ? ".html" : path)] ?? (path.endsWith("/") ? types[".html"] : "application/octet-stream") }).end(body);
    } catch {
      a.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, close: () => (server.closeAllConnections(), server.close()) };
}
