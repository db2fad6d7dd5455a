// Long documents in the browser. The page answers all the time, and figures are printed.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { file, root } from "./session.js";
import { align, begin, browser, context, end, visit } from "./visit.js";

before(begin);
after(end);

// texts returns a text and its translation with so many lines: those of the development data, or made-up ones.
const data = process.env.BITEXT_DATA ?? join(root, "../shared");
function texts(lines) {
  const real = (side) => join(data, "bench/align/long", `ar-en.${lines}.${side}.gz`);
  if (existsSync(real("src"))) return ["src", "tgt"].map((side) => gunzipSync(readFileSync(real(side))).toString());
  const words = "the river rose again over old bridge and council met in evening to hear what farmers of valley had lost".split(" ");
  const mots = "la rivière monta encore sur vieux pont et conseil réunit dans soir pour entendre quoi paysans de vallée avaient perdu".split(" ");
  const text = (list) => Array.from({ length: lines }, (_, i) =>
    `${Array.from({ length: 4 + ((i * 7) % 19) }, (_, k) => list[(i * 11 + k * 5) % list.length]).join(" ")}${i % 9 ? "" : " " + i}.`).join("\n");
  return [text(mots), text(words)];
}

// processor returns the seconds of processor time that the pages and workers of the browser have used.
async function processor() {
  const tools = await browser.newBrowserCDPSession();
  const { processInfo } = await tools.send("SystemInfo.getProcessInfo");
  await tools.detach();
  return processInfo.filter((p) => p.type === "renderer").reduce((sum, p) => sum + p.cpuTime, 0);
}

// watch measures for how long the page does not answer, until the function that it returns is called.
const watch = (page) => page.evaluate(() => {
  let last = performance.now();
  window.longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
  }, 5);
  window.watched = () => (clearInterval(timer), Math.round(window.longest));
});
const watched = (page) => page.evaluate(() => window.watched());

test("2,000 lines are aligned while the page answers", { timeout: 300000 }, async () => {
  const [from, to] = texts(2000);
  const page = await visit(await context());
  await watch(page);
  const begun = performance.now(), used = await processor();
  const review = await align(page, file("a.ar.txt", from), file("a.en.txt", to));
  const seconds = (performance.now() - begun) / 1000, work = (await processor()) - used;
  // The review answers from its first moment on, also while the rows are still being checked.
  const waits = [];
  let checking = true;
  for (let k = 0; k < 400 && (checking || k < 20); k++) {
    const [wait, still] = await review.evaluate(async (k) => {
      const begun = performance.now();
      await (await fetch(`rows?filter=all&from=${(k * 37) % 1500}&count=40`)).json();
      return [performance.now() - begun, /checking/.test(document.getElementById("progress").textContent)];
    }, k);
    waits.push(wait);
    checking = still;
    await page.waitForTimeout(20);
  }
  const longest = await watched(page);
  waits.sort((a, b) => a - b);
  console.log(`  2,000 lines: ${seconds.toFixed(1)} s to the first row, ${work.toFixed(1)} s of processor time; the page answered within ${longest} ms, ` +
    `the review within ${Math.round(waits.at(-1))} ms (median ${Math.round(waits[waits.length >> 1])} ms, ${waits.length} requests)`);
  assert.ok(longest < 1000 && waits.at(-1) < 2000, "far from what it should be");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("20,000 lines are aligned or refused, and the page stays", { timeout: 1200000 }, async () => {
  const [from, to] = texts(20000);
  const page = await visit(await context());
  page.setDefaultTimeout(1100000);
  await watch(page);
  const begun = performance.now(), used = await processor();
  await page.setInputFiles("#files", [file("b.ar.txt", from), file("b.en.txt", to)]);
  await page.click("#go");
  await page.waitForSelector("#page:not([hidden]), #fault:not([hidden])");
  const fault = await page.isVisible("#fault") ? await page.textContent("#fault") : "";
  console.log(`  20,000 lines: ${fault || "aligned"} after ${((performance.now() - begun) / 1000).toFixed(1)} s, ` +
    `${((await processor()) - used).toFixed(1)} s of processor time; ` +
    `the page answered within ${await watched(page)} ms`);
  if (fault) assert.match(fault, /\d/, "a refusal gives a figure");
  else await page.frames().find((f) => f.url().includes("/review/")).waitForSelector(".row.current");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
