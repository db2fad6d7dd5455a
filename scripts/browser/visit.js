// The site that runs bitext in the browser, served and opened.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { browse, clickBefore as clickIn } from "./session.js";
import { serve } from "./site.js";

export let browser;
export let site;

// begin starts the server and the browser. end ends them, and fails if anything was asked of anybody but the site.
export async function begin() {
  assert.ok(process.env.SITE, "SITE names the folder that examples/web/build has made");
  browser = await browse();
  site = await serve(process.env.SITE);
}
export async function end() {
  await browser?.close();
  site?.close();
  console.log(`  ${asked.length} requests, all of them to the site`);
  assert.ok(asked.length > 0);
  assert.deepEqual(asked.filter((u) => !u.startsWith(site.address) && !u.startsWith("blob:" + site.address)), []);
}

const asked = [];
export async function context(options = {}) {
  const own = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  own.on("request", (q) => asked.push(q.url()));
  return own;
}

// visit opens the site.
export async function visit(context) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(String(e)));
  page.on("console", (m) => m.type() === "error" && page.faults.push(m.text()));
  page.setDefaultTimeout(60000);
  await page.goto(site.address);
  await page.waitForSelector("body[data-ready]");
  return page;
}

// align chooses files and returns the page of their review.
export async function align(page, ...files) {
  await page.setInputFiles("#files", files);
  await page.click("#go");
  return reviewed(page);
}
export async function reviewed(page) {
  await page.waitForSelector("#page:not([hidden])");
  let frame;
  while (!(frame = page.frames().find((f) => f.url().includes("/review/")))) await page.waitForTimeout(10);
  await frame.waitForSelector(".row.current");
  frame.keyboard = page.keyboard;
  await frame.focus(".row.current .piece");
  return frame;
}

// drop drops files on the page, as from a folder, and waits until they are listed.
export async function drop(page, ...files) {
  const all = files.map((path) => ({ name: basename(path), text: readFileSync(path, "utf8"), time: Math.round(statSync(path).mtimeMs) }));
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text, time } of all) dataTransfer.items.add(new File([text], name, { lastModified: time }));
    document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, all);
  await page.waitForSelector("#chosen li");
}

// clickBefore clicks before a word in a review.
export async function clickBefore(page, review, words) {
  const { x, y } = await page.$eval("#page", (e) => ({ x: e.getBoundingClientRect().x, y: e.getBoundingClientRect().y }));
  await clickIn({ evaluate: (...all) => review.evaluate(...all), mouse: { click: (dx, dy) => page.mouse.click(x + dx, y + dy) } }, words);
}

// refused chooses files that cannot be aligned and returns what the page says.
export async function refused(page, ...files) {
  await page.evaluate(() => (document.getElementById("fault").hidden = true));
  await page.setInputFiles("#files", files);
  await page.click("#go");
  await page.waitForSelector("#fault:not([hidden])");
  return page.textContent("#fault");
}

// take exports rows in a format and returns the bytes of the file and its name.
export async function take(page, review, format, rows = "all") {
  await page.keyboard.press("E");
  await review.waitForSelector("#exporting[open]");
  await review.check(`[name="rows"][value="${rows}"]`);
  await review.check(`[name="format"][value="${format}"]`);
  const [got] = await Promise.all([page.waitForEvent("download"), review.click("#download")]);
  await page.keyboard.press("Escape");
  await review.focus(".row.current .piece");
  return { bytes: readFileSync(await got.path()), name: got.suggestedFilename() };
}
