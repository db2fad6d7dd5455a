// Twenty thousand rows: how long the page takes to open, to scroll and to act. These figures are only printed. The test
// fails if the page ever holds more than a window of rows, or if a row is not reached.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, file, open, start, stop } from "./session.js";

const limit = { timeout: 120000 };
let browser;
before(async () => (browser = await browse()));
after(async () => {
  stop();
  await browser.close();
});

const count = 20000;

// memory returns a memory of generated units of different lengths; some lack a number on one side.
function memory() {
  const units = [];
  for (let i = 1; i <= count; i++) {
    const more = " and the river rose again over the old bridge".repeat(i % 7);
    const plus = " et la rivière monta de nouveau sur le vieux pont".repeat(i % 7);
    units.push(`<tu tuid="${i}"><tuv xml:lang="en"><seg>Entry ${i} of the log${more}.</seg></tuv>` +
      `<tuv xml:lang="fr"><seg>Entrée ${i % 500 ? i : i + 1} du journal${plus}.</seg></tuv></tu>`);
  }
  return `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>${units.join("\n")}</body></tmx>`;
}

const clock = async (what, does) => {
  const begin = performance.now();
  const out = await does();
  console.log(`  ${what}: ${Math.round(performance.now() - begin)} ms`);
  return out;
};

test("20,000 rows come up, scroll and change", limit, async () => {
  const path = file("log.tmx", memory());
  const server = await clock("from the command to the address", () => start(path));
  const page = await clock("from the address to the first row", () => open(browser, server.address));
  assert.equal(await page.getAttribute("#grid", "aria-rowcount"), String(count + 1));
  await clock("until all rows are checked", () => page.waitForFunction(() => !/checking/.test(document.getElementById("progress").textContent), null, { timeout: 60000 }));
  assert.equal(await page.$eval('[data-filter="numbers"] .count', (e) => e.textContent), String(count / 500));

  // Five seconds of scrolling at a fast reader's pace, and five through the whole page.
  for (const [what, step] of [["reading, 40 pixels a frame", 40], ["flying, 4000 pixels a frame", 4000]]) {
    const frames = await page.evaluate(async (step) => {
      const scroller = document.getElementById("scroll");
      scroller.scrollTo(0, 0);
      const out = [];
      let last = performance.now();
      const end = last + 5000;
      while (last < end) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        out.push(now - last);
        last = now;
        scroller.scrollBy(0, step);
      }
      return out.slice(5).sort((a, b) => a - b);
    }, step);
    const at = (p) => frames[Math.floor(frames.length * p)].toFixed(1);
    console.log(`  ${what}: ${frames.length} frames, median ${at(0.5)} ms, 95% ${at(0.95)} ms, 99% ${at(0.99)} ms, longest ${frames.at(-1).toFixed(1)} ms`);
    assert.ok(await page.$$eval(".row", (all) => all.length) < 600, "only what is near the window is in the page");
  }

  await clock("to the last row", async () => {
    await page.keyboard.press("End");
    await page.waitForFunction((n) => document.querySelector(".row.current .number")?.textContent === String(n), count);
  });
  assert.match(await page.textContent(".row.current"), new RegExp(`Entry ${count} `));
  assert.ok(await page.evaluate(() => {
    const box = document.querySelector(".row.current").getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
  }), "the last row is in sight");
  await clock("a merge", async () => {
    await page.keyboard.press("Shift+M");
    await page.waitForFunction(() => document.getElementById("said").textContent.includes("merged"));
  });
  assert.equal(await page.getAttribute("#grid", "aria-rowcount"), String(count));
  await clock("its undoing", async () => {
    await page.keyboard.press("z");
    await page.waitForFunction(() => document.getElementById("said").textContent.includes("Undone"));
  });
  await clock("a search", async () => {
    await page.fill("#search", "entrée 12345 ");
    await page.waitForFunction(() => document.getElementById("said").textContent.includes("1 rows"));
  });
  await clock("a filter", async () => {
    await page.fill("#search", "");
    await page.click('[data-filter="numbers"]');
    await page.waitForFunction((n) => document.getElementById("said").textContent.includes(`${n} rows: Numbers`), count / 500);
  });
  // From a key to the paint that shows it.
  await page.fill("#search", "");
  await page.click('[data-filter="all"]');
  await page.waitForFunction((n) => document.getElementById("said").textContent.includes("All"), count);
  await page.evaluate(() => {
    window.times = [];
    addEventListener("keydown", (e) => {
      const begin = e.timeStamp;
      const before = document.querySelector(".row.current .number")?.textContent;
      const wait = () => requestAnimationFrame(() => {
        if (document.querySelector(".row.current .number")?.textContent === before && performance.now() - begin < 2000) return wait();
        const channel = new MessageChannel(); // after the paint of this frame
        channel.port1.onmessage = () => window.times.push(performance.now() - begin);
        channel.port2.postMessage(0);
      });
      wait();
    }, { capture: true });
  });
  await page.keyboard.press("Home");
  for (const [what, key, times] of [["↓", "ArrowDown", 200], ["approve", "a", 60]]) {
    await page.evaluate(() => (window.times = []));
    for (let k = 0; k < times; k++) {
      await page.keyboard.press(key);
      await page.waitForFunction((k) => window.times.length > k, k);
    }
    const all = (await page.evaluate(() => window.times)).sort((a, b) => a - b);
    const p = (q) => Math.round(all[Math.min(all.length - 1, Math.floor(all.length * q))]);
    console.log(`  from ${what} to paint: median ${p(0.5)} ms, 99% ${p(0.99)} ms`);
    if (key === "ArrowDown") assert.ok(p(0.5) <= 50 && p(0.99) <= 250, "far from what it should be");
  }
  const tools = await page.context().newCDPSession(page);
  await tools.send("Performance.enable");
  const { metrics } = await tools.send("Performance.getMetrics");
  const heap = metrics.find((m) => m.name === "JSHeapUsedSize")?.value;
  console.log(`  memory of the scripts of the tab: ${heap ? Math.round(heap / 1e6) : "?"} MB`);
  assert.deepEqual(page.faults, []);
  await server.kill();
});
