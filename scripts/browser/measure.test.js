// How many rows are on the screen, and whether they stay in place. Figures are printed; those that are promised are judged.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, file, memory, open, press, start, stop } from "./session.js";

const limit = { timeout: 120000 };
let browser;
before(async () => (browser = await browse()));
after(async () => {
  stop();
  await browser.close();
});

// Sentences of the lengths that translators have: on average 17 words, from a heading to 40 words.
const words = "the river rose again over the old bridge and the council met in the evening to hear what farmers of the valley had lost".split(" ");
const mots = "la rivière monta de nouveau sur le vieux pont et le conseil se réunit le soir pour entendre ce que les paysans avaient perdu".split(" ");
const lengths = [3, 12, 18, 25, 9, 16, 40, 14, 21, 6, 17, 22, 11, 30, 15, 19, 8, 24, 13, 17];
const sentence = (list, n, i) => Array.from({ length: n }, (_, k) => list[(k + i) % list.length]).join(" ") + ".";
const pairs = Array.from({ length: 200 }, (_, i) => [sentence(words, lengths[i % 20], i), sentence(mots, Math.round(lengths[i % 20] * 1.1), i)]);

const screens = [[390, 844, 0], [1280, 800, 15], [1920, 1080, 25]];

for (const [width, height, least] of screens) {
  test(`${width} × ${height}`, limit, async () => {
    const server = await start(file("m.tmx", memory(pairs)));
    const page = await open(browser, server.address, { viewport: { width, height } });
    await page.waitForFunction(() => !/checking/.test(document.getElementById("progress").textContent));
    await press(page, "Home");
    await page.waitForFunction(() => [...document.querySelectorAll(".row[id]")].at(-1).getBoundingClientRect().bottom > innerHeight);
    const seen = () => page.evaluate(() => {
      const top = document.querySelector(".names").getBoundingClientRect(), frame = document.getElementById("scroll").getBoundingClientRect();
      const from = Math.max(frame.top, top.bottom), to = frame.bottom;
      const all = [...document.querySelectorAll(".row[id]")].map((r) => r.getBoundingClientRect());
      return { whole: all.filter((b) => b.top >= from - 1 && b.bottom <= to + 1).length, header: Math.round(frame.top + top.height) };
    });
    const { whole, header } = await seen();
    // ↓ within the window moves nothing, nor does what the bar then says.
    const tops = () => page.$$eval(".row[id]", (all) => Object.fromEntries(all.map((r) => [r.id, r.getBoundingClientRect().top])));
    let before = await tops(), shift = 0;
    for (let k = 0; k < Math.min(whole - 1, 20); k++) {
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction((n) => document.querySelector(".row.current .number").textContent === String(n), k + 2);
      const now = await tops();
      for (const id in now) if (id in before) shift = Math.max(shift, Math.abs(now[id] - before[id]));
      before = now;
    }
    const bar = await page.$eval("#bar", (e) => e.offsetHeight);
    const comfortable = await page.evaluate(() => document.body.classList.contains("comfortable"));
    assert.equal(comfortable, false);
    await press(page, "Home", "D");
    const wide = await seen();
    console.log(`  ${width}×${height}: ${whole} whole rows (comfortable: ${wide.whole}), header ${header} px, bar ${bar} px, shift on ↓ ${shift} px`);
    assert.ok(whole >= least, `${whole} rows`);
    assert.ok(width < 500 || header <= 90, `header of ${header} px`);
    assert.equal(shift, 0);
    if (width < 500) {
      const small = await page.$$eval("#tools button:not([hidden])", (all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).length);
      assert.equal(small, 0, "targets for a finger");
      assert.ok(await page.isVisible("#bar"));
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
    await server.kill();
  });
}
