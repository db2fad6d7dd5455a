// A folder of documents as a list of reviews.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, report, said, start, stop } from "./session.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const limit = { timeout: 120000 };
let browser;
before(async () => (browser = await browse()));
after(async () => {
  stop();
  await browser.close();
});

const work = mkdtempSync(join(tmpdir(), "bitext-folder-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

function folder() {
  const dir = join(mkdtempSync(join(work, "d")), "contracts");
  mkdirSync(join(dir, "sales"), { recursive: true });
  copyFileSync(report, join(dir, "report.ar-en.txt"));
  writeFileSync(join(dir, "sales", "offer.en.txt"), "The harvest was good this year. The river rose twice. Three bridges were closed.\n");
  writeFileSync(join(dir, "sales", "offer.fr.txt"), "La récolte a été bonne cette année. La rivière est montée deux fois. Trois ponts ont été fermés.\n");
  return dir;
}

// list opens the list. axe comes in only if the policy of the page is set aside.
async function list(address, options = {}) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  page.setDefaultTimeout(20000);
  await page.goto(address);
  await page.waitForSelector("#jobs tr");
  return page;
}
const lines = (page) => page.$$eval("#jobs tr", (all) => all.map((r) => [...r.cells].map((c) => c.innerText.trim().replace(/\s+/g, " "))));

test("a folder is a list of reviews that knows how far each is", limit, async () => {
  const dir = folder();
  let server = await start(dir);
  let page = await list(server.address);
  assert.deepEqual((await lines(page)).map((l) => l[2]), ["not begun", "not begun"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /offer/);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".row.current");
  await page.keyboard.press("a");
  await said(page, "approved");
  await page.click("#above");
  await page.waitForFunction(() => /1 \/ 3/.test(document.getElementById("jobs").textContent));
  await server.kill();
  await page.waitForSelector("#lost:not([hidden])");
  server = await start(dir);
  page = await list(server.address);
  assert.equal((await lines(page))[1][2], "begun");
  await server.kill();
});

const looks = { light: {}, dark: { colorScheme: "dark" }, phone: { viewport: { width: 390, height: 844 } }, wide: { viewport: { width: 1920, height: 1080 } } };
for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing serious in the list: ${name}`, limit, async () => {
    const server = await start(folder());
    const page = await list(server.address, { bypassCSP: true, ...options });
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => v.id + ": " + v.nodes[0].html), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `jobs-${name}.png`) });
    await server.kill();
  });
}
