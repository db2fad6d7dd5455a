// The site that runs bitext in the browser, with nothing but a static server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { file, program, report, said } from "./session.js";
import { align, begin, context, end, refused, reviewed, site, take, visit } from "./visit.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const limit = { timeout: 300000 };
const work = mkdtempSync(join(tmpdir(), "bitext-web-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
before(begin);
after(end);

test("a document is aligned, corrected and taken away, and the program goes on with it", limit, async () => {
  const own = await context();
  const page = await visit(own);
  const path = file(report);
  utimesSync(path, 1700000000, 1700000000);
  const review = await align(page, path);
  assert.equal((await review.$$(".row[id]")).length, 24);
  // The same bytes as those of the program.
  execFileSync(program, ["review", "--export", "all", "-o", join(work, "own.tmx"), path], { stdio: "pipe" });
  const got = await take(page, review, "tmx");
  assert.equal(got.name, "report.ar-en.tmx");
  assert.equal(got.bytes.toString(), readFileSync(join(work, "own.tmx"), "utf8"));
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
  // The list of words was loaded once, although three reviews needed it.
  assert.deepEqual(site.asked.filter((path) => path.endsWith("ar-en.lex")).length, 1);
  // Without a network.
  await own.setOffline(true);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  await page.click("#reviews .open");
  again = await reviewed(page);
  assert.equal((await again.$$(".row[id]")).length, 24);
  assert.deepEqual(page.faults, []);
  await own.close();
});

test("what cannot be aligned is said, and nothing of it is kept", limit, async () => {
  const page = await visit(await context());
  assert.match(await refused(page, file("a.txt", "One sentence in English, and only in English.\n")), /a\.txt/);
  assert.match(await refused(page, file("a.pdf", "%PDF-1.7")), /PDF/);
  assert.equal((await page.$$("#reviews li")).length, 0);
  await page.context().close();
});

test("axe finds nothing serious in the site, and it fits every width", limit, async () => {
  for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, phone: { viewport: { width: 390, height: 844 } }, "phone-dark": { viewport: { width: 390, height: 844 }, colorScheme: "dark" }, wide: { viewport: { width: 1920, height: 1080 } }, arabic: { locale: "ar" } })) {
    const page = await visit(await context({ bypassCSP: true, ...options }));
    await page.addScriptTag({ path: axe });
    const look = async (what) => {
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], iframes: false }));
      assert.deepEqual(violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => v.id + ": " + v.nodes[0].html), [], `${name}, ${what}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}, ${what}`);
      if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `web-${name}-${what}.png`) });
    };
    await look("start");
    await page.setInputFiles("#files", file(report));
    await look("chosen");
    await page.click("#go");
    await reviewed(page);
    await look("review");
    await page.click("#back");
    await page.waitForSelector("#reviews li");
    await page.evaluate(() => (document.getElementById("fault").textContent = "a.txt: one language only: English; name a translation too", document.getElementById("fault").hidden = false));
    await look("list");
    await page.context().close();
  }
});

test("it can be installed, and speaks five languages", limit, async () => {
  const page = await visit(await context());
  const tools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter((e) => e.errorId !== "in-incognito"), []);
  const seen = new Set();
  for (const language of ["en", "fr", "es", "ar", "zh"]) {
    await page.selectOption("#language", language);
    assert.equal(await page.getAttribute("html", "lang"), language);
    assert.equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr");
    seen.add(await page.textContent("#lead"));
    assert.equal(await page.$$eval("[data-t]", (all) => all.filter((e) => !e.textContent.trim() || e.textContent === e.dataset.t).length), 0);
  }
  assert.equal(seen.size, 5);
  await page.context().close();
});

// The start page is used with the keyboard alone.
test("the keyboard reaches everything", limit, async () => {
  const page = await visit(await context());
  const reached = [];
  for (let k = 0; k < 6; k++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement.id));
  }
  assert.ok(["language", "files", "langs"].every((id) => reached.includes(id)), reached.join());
  await page.setInputFiles("#files", file(report));
  assert.equal(await page.evaluate(() => document.activeElement.id), "go");
  await page.keyboard.press("Enter");
  const review = await reviewed(page);
  await page.keyboard.press("a");
  await said(review, "approved");
  await page.context().close();
});
