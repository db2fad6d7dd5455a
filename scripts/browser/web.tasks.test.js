// A translator's task in the browser without a program, in Chromium and in Firefox: drop a document, look, correct, come back,
// take the memory away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { at, file, go, program, report, rows, said } from "./session.js";
import { begin, clickBefore, context, drop, end, reviewed, take, visit } from "./visit.js";

before(begin);
after(end);

test("a report is dropped, corrected, left, found again and taken away", { timeout: 300000 }, async () => {
  const own = await context();
  const begun = performance.now();
  const page = await visit(own);
  await page.waitForSelector("body[data-loaded]");
  const ready = performance.now();
  await drop(page, file(report));
  await page.click("#go");
  const review = await reviewed(page);
  console.log(`  ready after ${Math.round(ready - begun)} ms; aligned ${Math.round(performance.now() - ready)} ms after the drop`);
  assert.equal((await rows(review)).length, 24);

  // Approve, split where one clicks, undo, split again, merge another row, correct a text.
  await go(review, 2); // row 1 has no counterpart, and so no unit
  await page.keyboard.press("a");
  await said(review, "approved");
  await go(review, 8);
  await clickBefore(page, review, "بيد أن خمس");
  await clickBefore(page, review, "Only five States");
  await page.keyboard.press("s");
  await said(review, "split");
  assert.equal((await rows(review)).length, 25);
  await page.keyboard.press("z");
  await said(review, "Undone");
  assert.equal((await rows(review)).length, 24);
  await go(review, 3);
  await page.keyboard.press("m");
  await said(review, "merged");
  assert.equal((await rows(review)).length, 23);
  const before = await rows(review);

  await page.reload();
  let again = await reviewed(page);
  assert.deepEqual(await rows(again), before);
  await page.click("#back");
  await page.waitForSelector("#reviews .open");
  await page.click("#reviews .open");
  again = await reviewed(page);
  assert.equal((await at(again, 2)).state, before[1].state);

  const approved = await take(page, again, "tmx", "approved");
  assert.equal(approved.name, "report.ar-en.approved.tmx");
  assert.equal(approved.bytes.toString().match(/<tu /g).length, 1);
  assert.deepEqual(page.faults, []);
  await own.close();
});

test("what it exports is what the program exports", { timeout: 300000 }, async () => {
  const own = await context();
  const page = await visit(own);
  const path = file(report);
  await drop(page, path);
  await page.click("#go");
  const review = await reviewed(page);
  for (const format of ["tmx", "tsv", "xliff", "xlsx"]) {
    const { bytes } = await take(page, review, format);
    const want = execFileSync(program, ["review", "--export", "all", "--format", format, path], { stdio: ["ignore", "pipe", "ignore"] });
    assert.ok(Buffer.from(bytes).equals(want), format);
    if (format === "tmx" && process.env.KEEP_SITE) writeFileSync(process.env.KEEP_SITE, bytes);
  }
  await own.close();
});
