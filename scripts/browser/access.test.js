// Access to the page: people without a mouse or with a screen reader (axe) have it, other web sites do not.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { browse, file, open, report, start, stop } from "./session.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const limit = { timeout: 60000 };
let browser, server;
before(async () => {
  browser = await browse();
  server = await start(file(report));
});
after(async () => {
  stop();
  await browser.close();
});

// faults returns the serious findings of axe on a page.
async function faults(page) {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" ; ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const dir of ["ltr", "rtl"]) {
    test(`axe finds nothing serious, ${colorScheme}, ${dir}`, limit, async () => {
      // The policy of the page also blocks axe, so this test turns it off.
      const own = await start(file(report));
      const page = await open(browser, own.address, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      await page.addScriptTag({ path: axe });
      assert.deepEqual(await faults(page), [], "the page as it opens");
      // Every kind of row there is: approved, rejected, corrected, noted, chosen in each of these states.
      for (const [key, wait] of [["n", ""], ["x", "not a translation"], ["j", ""], ["a", "approved"], ["k", ""], ["c", ""]]) {
        await page.keyboard.press(key);
        if (wait) await page.waitForFunction((w) => document.getElementById("said").textContent.includes(w), wait);
        await page.waitForTimeout(60);
      }
      assert.deepEqual(await faults(page), [], "the window for a note");
      await page.fill("#writing-text", "A note");
      await page.keyboard.press("Control+Enter");
      await page.waitForFunction(() => document.getElementById("said").textContent.includes("noted") && document.activeElement.classList.contains("piece"));
      await page.keyboard.press("e");
      assert.deepEqual(await faults(page), [], "the window for a correction");
      await page.fill("#writing-text", "Another wording.");
      await page.keyboard.press("Control+Enter");
      await page.waitForFunction(() => document.getElementById("said").textContent.includes("corrected"));
      assert.deepEqual(await faults(page), [], "approved, rejected, noted, corrected rows");
      await page.click('[data-filter="attention"]');
      await page.waitForSelector(".row.context");
      assert.deepEqual(await faults(page), [], "a filter, with the rows around");
      await page.keyboard.press("?");
      assert.deepEqual(await faults(page), [], "the keys");
      await page.keyboard.press("Escape");
      await page.click("#export");
      assert.deepEqual(await faults(page), [], "the export");
      await page.keyboard.press("Escape");
      assert.deepEqual(page.faults, []);
      await page.context().close();
      await own.kill();
    });
  }
}

test("nothing of the page sticks out of the window, however narrow it is, in both directions", limit, async () => {
  const page = await open(browser, server.address);
  for (const width of [360, 768, 1366, 2200]) {
    await page.setViewportSize({ width, height: 800 });
    for (const dir of ["ltr", "rtl"]) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} ${dir}`);
      assert.deepEqual(
        await page.evaluate(() => ["ar", "en"].map((lang) => getComputedStyle(document.querySelector(`.cell[lang="${lang}"]`)).direction)),
        ["rtl", "ltr"], "a text runs in its own direction, whatever that of the page");
    }
  }
  await page.context().close();
});

test("another web site can neither read nor change anything", limit, async () => {
  const own = await start(file(report));
  const victim = await open(browser, own.address);
  const before = await victim.textContent("#progress");
  // Another site, whose name resolves to this machine and which even knows the secret address.
  const other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!DOCTYPE html><title>other</title>"));
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  const site = `http://127.0.0.1:${other.address().port}/`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site);
  const heard = await page.evaluate(async (address) => {
    const out = {};
    const attempt = async (name, does) => {
      try { out[name] = await does(); } catch { out[name] = "failed"; }
    };
    const body = JSON.stringify({ version: 0, do: "approve", row: 1 });
    await attempt("read", async () => (await fetch(address + "rows?filter=all&from=0&count=9")).text());
    await attempt("blind read", async () => (await fetch(address + "state", { mode: "no-cors" })).text());
    await attempt("post", async () => (await fetch(address + "act", { method: "POST", body, headers: { "Content-Type": "application/json" } })).text());
    await attempt("blind post", async () => (await fetch(address + "act", { method: "POST", body, mode: "no-cors" })).text());
    await attempt("beacon", async () => (navigator.sendBeacon(address + "act", new Blob([body], { type: "text/plain" })), ""));
    await attempt("form", () => new Promise((done) => {
      const frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { name: "f" }));
      const form = document.body.appendChild(Object.assign(document.createElement("form"), { method: "POST", action: address + "act", target: "f", enctype: "text/plain" }));
      form.append(Object.assign(document.createElement("input"), { name: body.slice(0, -1) + ',"text":"', value: '"}' }));
      frame.onload = () => { let text = ""; try { text = frame.contentDocument.body.textContent; } catch { /* not ours to read */ } done(text); };
      form.submit();
      setTimeout(() => done(""), 1000);
    }));
    await attempt("frame", () => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      frame.onload = () => { let text = ""; try { text = frame.contentDocument.body.textContent; } catch { /* not ours to read */ } done(text); };
      document.body.append(frame);
      setTimeout(() => done(""), 1000);
    }));
    await attempt("script", () => new Promise((done) => {
      const script = document.createElement("script");
      script.src = address + "web/main.js";
      script.onload = () => done("loaded");
      script.onerror = () => done("");
      document.body.append(script);
    }));
    await attempt("window", async () => {
      const w = window.open(address);
      await new Promise((done) => setTimeout(done, 800));
      let text = "";
      try { text = w.document.body.textContent; } catch { /* not ours to read */ }
      return text;
    });
    return out;
  }, own.address);
  for (const [name, text] of Object.entries(heard)) assert.doesNotMatch(text, /Muscat|version|loaded/, name);
  await victim.waitForTimeout(2000);
  assert.equal(await victim.textContent("#progress"), before);
  assert.ok(await victim.isDisabled("#undo"), "nothing was done");
  // The page does not open under another name of this machine either.
  const port = new URL(own.address).port;
  const rebound = await browse(`--host-resolver-rules=MAP evil.example 127.0.0.1`);
  const named = await (await rebound.newContext()).newPage();
  const answer = await named.goto(own.address.replace("127.0.0.1:" + port, "evil.example:" + port));
  assert.equal(answer.status(), 403);
  assert.doesNotMatch(await named.content(), /Muscat|report/);
  await rebound.close();
  other.close();
});

test("the file that bitext review gives to a browser opens the page", limit, async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("file://" + file("open.html", `<!DOCTYPE html><meta http-equiv="refresh" content="0; url=${server.address}">`));
  await page.waitForSelector(".row.current");
  assert.equal(page.url(), server.address);
  await page.context().close();
});
