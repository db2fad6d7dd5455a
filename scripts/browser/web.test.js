// The site that runs bitext in the browser, with nothing but a static server.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { browse, file, program, report, said } from "./session.js";
import { serve } from "./site.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const limit = { timeout: 300000 };
const work = mkdtempSync(join(tmpdir(), "bitext-web-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
let browser, site;
before(async () => {
  assert.ok(process.env.SITE, "SITE names the folder that examples/web/build has made");
  browser = await browse();
  site = await serve(process.env.SITE);
});
after(async () => {
  await browser?.close();
  site?.close();
});

// visit opens the site.
async function visit(context) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(String(e)));
  page.on("console", (m) => m.type() === "error" && page.faults.push(m.text()));
  page.setDefaultTimeout(60000);
  await page.goto(site.address);
  await page.waitForSelector("body[data-ready]");
  return page;
}
const context = (options = {}) => browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });

// align chooses files and returns the page of their review.
async function align(page, ...files) {
  await page.setInputFiles("#files", files);
  await page.click("#go");
  return reviewed(page);
}
async function reviewed(page) {
  await page.waitForSelector("#page:not([hidden])");
  const frame = page.frames().find((f) => f.url().includes("/review/")) ?? (await page.waitForEvent("framenavigated"));
  await frame.waitForSelector(".row.current");
  frame.keyboard = page.keyboard;
  await frame.focus(".row.current .piece");
  return frame;
}

test("a document is aligned, corrected and taken away, and nothing is asked of anybody else", limit, async () => {
  const own = await context();
  const asked = [];
  own.on("request", (q) => asked.push(q.url()));
  const page = await visit(own);
  const path = file(report);
  utimesSync(path, 1700000000, 1700000000);
  const review = await align(page, path);
  assert.equal((await review.$$(".row[id]")).length, 24);
  // The same bytes as those of the program.
  execFileSync(program, ["review", "--export", "all", "-o", join(work, "own.tmx"), path], { stdio: "pipe" });
  await page.keyboard.press("E");
  await review.waitForSelector("#exporting[open]");
  await review.check('[name="rows"][value="all"]');
  await review.check('[name="format"][value="tmx"]');
  const [got] = await Promise.all([page.waitForEvent("download"), review.click("#download")]);
  assert.equal(got.suggestedFilename(), "report.ar-en.tmx");
  assert.equal(readFileSync(await got.path(), "utf8"), readFileSync(join(work, "own.tmx"), "utf8"));
  await page.keyboard.press("Escape");
  await review.focus(".row.current .piece");
  // Correct, merge, undo; then the page is closed and opened again.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("a");
  await said(review, "approved");
  await page.keyboard.press("m");
  await said(review, "merged");
  await page.keyboard.press("z");
  await said(review, "Undone");
  const [journal] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  assert.equal(journal.suggestedFilename(), "report.ar-en.txt.review");
  await page.reload();
  let again = await reviewed(page);
  assert.equal(await again.$eval('[data-filter="approved"] .count', (e) => e.textContent), "1");
  // The list knows it, and the program goes on with its journal.
  await page.click("#back");
  await page.waitForSelector("#reviews li");
  assert.equal(await page.textContent("#reviews bdi"), "report.ar-en.txt");
  const out = execFileSync(program, ["review", "--export", "approved", "--journal", await journal.path(), path], { encoding: "utf8" });
  assert.equal(out.match(/<tu /g).length, 1);
  // Without a network.
  await own.setOffline(true);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  await page.click("#reviews .open");
  again = await reviewed(page);
  assert.equal((await again.$$(".row[id]")).length, 24);
  assert.deepEqual(asked.filter((u) => !u.startsWith(site.address) && !u.startsWith("blob:" + site.address)), []);
  assert.deepEqual(page.faults, []);
  await own.close();
});

test("what cannot be aligned is said, and nothing of it is kept", limit, async () => {
  const page = await visit(await context());
  await page.setInputFiles("#files", file("a.txt", "One sentence in English, and only in English.\n"));
  await page.click("#go");
  await page.waitForSelector("#fault:not([hidden])");
  assert.match(await page.textContent("#fault"), /a\.txt/);
  await page.setInputFiles("#files", file("a.pdf", "%PDF-1.7"));
  await page.click("#go");
  await page.waitForFunction(() => /PDF/.test(document.getElementById("fault").textContent));
  assert.equal((await page.$$("#reviews li")).length, 0);
  await page.context().close();
});

test("axe finds nothing serious in the site, and it fits every width", limit, async () => {
  for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, phone: { viewport: { width: 390, height: 844 } }, wide: { viewport: { width: 1920, height: 1080 } }, arabic: { locale: "ar" } })) {
    const page = await visit(await context({ bypassCSP: true, ...options }));
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => v.id + ": " + v.nodes[0].html), [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `web-${name}.png`) });
    await page.context().close();
  }
});

// Chromium is killed while a person works. What the page has said to be done is there afterwards.
test("a killed browser loses nothing that was said to be saved", limit, async () => {
  const profile = join(work, "profile");
  const path = file(report);
  let id = "", done = 0;
  for (let kill = 0; kill < Number(process.env.KILLS ?? 3); kill++) {
    const child = spawn(process.env.CHROMIUM, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + profile, "--remote-debugging-port=0", "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise((found) => {
      let log = "";
      child.stderr.on("data", (b) => {
        const m = /DevTools listening on (\S+)/.exec((log += b));
        if (m) found(m[1]);
      });
    });
    const live = await chromium.connectOverCDP(address);
    const page = await live.contexts()[0].newPage();
    page.setDefaultTimeout(60000);
    await page.goto(site.address + (id && "#" + id));
    const review = id ? await reviewed(page) : await align(page, path);
    id ||= new URL(page.url()).hash.slice(1);
    const kept = Number(await review.$eval('[data-filter="noted"] .count', (e) => e.textContent));
    assert.ok(kept >= done, `kill ${kill}: ${kept} notes of ${done}`);
    done = kept;
    const rows = await review.$$eval(".row[id]", (all) => all.map((r) => r.querySelector(".number").textContent));
    for (let k = 0; k < 3 && done < rows.length; k++) {
      await page.keyboard.press("g");
      await page.keyboard.type(rows[done]);
      await page.keyboard.press("Enter");
      await review.waitForFunction((n) => document.querySelector(".row.current .number")?.textContent === n && document.activeElement.classList.contains("piece"), rows[done]);
      await page.waitForTimeout(50);
      await page.keyboard.press("c");
      await review.waitForSelector("#noting[open]");
      await page.keyboard.type("note " + done);
      await page.keyboard.press("Control+Enter");
      await said(review, "note saved");
      await review.evaluate(() => (document.getElementById("said").textContent = ""));
      done++;
    }
    child.kill("SIGKILL");
    await new Promise((gone) => child.on("exit", gone));
    await live.close().catch(() => {});
  }
});
