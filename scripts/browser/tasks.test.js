// What a translator does all day, in as few keys and clicks as it should take.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { at, atRow, browse, clickBefore, count, file, go, memory, open, press, report, rows, said, start, stop } from "./session.js";

const limit = { timeout: 120000 };
let browser;
before(async () => (browser = await browse()));
after(async () => {
  stop();
  await browser.close();
});

// lines reviews sentences of two languages that are cut already, a line each.
async function lines(en, fr, options = {}) {
  const server = await start("--langs", "en,fr", "--lines", file("en.txt", en.join("\n") + "\n"), file("fr.txt", fr.join("\n") + "\n"));
  const page = await open(browser, server.address, options);
  return { server, page };
}

const english = ["The harvest was good this year.", "The river rose twice in spring.", "Three bridges were closed.", "The council met on Monday and it adopted the budget."];
const french = ["La récolte a été bonne cette année.", "La rivière est montée deux fois au printemps.", "Trois ponts ont été fermés.", "Le conseil s’est réuni lundi et il a adopté le budget."];

test("a wrong 2-1 is fixed in 3 keys", limit, async () => {
  const { page } = await lines(english, french);
  await go(page, 1);
  await press(page, "m"); // the fault
  await said(page, "merged");
  await press(page, "ArrowRight", "s", "a");
  await said(page, "approved");
  assert.deepEqual((await at(page, 1)).cells, [[english[0]], [french[0]]]);
  assert.deepEqual((await at(page, 2)).cells, [[english[1]], [french[1]]]);
  assert.match((await at(page, 1)).state, /approved/);
  assert.deepEqual(page.faults, []);
});

test("a sentence is split where one clicks, on one side or both", limit, async () => {
  const { page } = await lines(english, french);
  await clickBefore(page, "and it adopted");
  assert.equal((await page.$$(".caret")).length, 1);
  await press(page, "s");
  await said(page, "split");
  assert.deepEqual((await at(page, 4)).cells[0], ["The council met on Monday"]);
  assert.deepEqual((await at(page, 5)).cells[0], ["and it adopted the budget."]);
  assert.equal((await rows(page)).length, 5);
  assert.equal(await page.$(".corrected"), null, "a split is no correction");
  await press(page, "z");
  await said(page, "Undone: split");
  // Both sides exactly where they were clicked.
  await clickBefore(page, "and it adopted");
  await clickBefore(page, "et il a adopté");
  assert.equal((await page.$$(".caret")).length, 2);
  await press(page, "s");
  await said(page, "Row 4: split");
  assert.deepEqual((await at(page, 5)).cells, [["and it adopted the budget."], ["et il a adopté le budget."]]);
  // Merged again, the sentences are whole.
  await press(page, "m");
  await said(page, "merged");
  assert.deepEqual((await at(page, 4)).cells, [[english[3]], [french[3]]]);
  // One side only.
  await clickBefore(page, "and it adopted");
  await press(page, "S");
  await said(page, "split");
  assert.deepEqual((await at(page, 5)).cells, [["and it adopted the budget."], []]);
  assert.deepEqual(page.faults, []);
});

test("half a sentence moves to the next row and back", limit, async () => {
  const { page } = await lines(english, french);
  await clickBefore(page, "twice in spring");
  await press(page, "d");
  await said(page, "text moved");
  assert.deepEqual((await at(page, 2)).cells[0], ["The river rose"]);
  assert.deepEqual((await at(page, 3)).cells[0], ["twice in spring.", "Three bridges were closed."]);
  await go(page, 3);
  await press(page, "u");
  await said(page, "text moved");
  assert.deepEqual((await at(page, 2)).cells[0], [english[1]]);
  // The keys alone do it too.
  await go(page, 2);
  await press(page, "Control+ArrowRight", "Control+ArrowRight", "u");
  await page.waitForFunction(() => document.querySelector(".row[id] .cell").textContent.includes("The river"));
  assert.deepEqual((await at(page, 1)).cells[0], [english[0], "The river"]);
  assert.deepEqual(page.faults, []);
});

test("crossing sentences are paired", limit, async () => {
  const { page } = await lines(english, [french[1], french[0], ...french.slice(2)]);
  await go(page, 1);
  await page.keyboard.press("Home");
  const before = await rows(page);
  if (before.length === 4) {
    await clickBefore(page, before[0].cells[1][0].slice(0, 8));
    await press(page, "w");
    await said(page, "swapped");
    const after = await rows(page);
    assert.deepEqual(after[0].cells[1], before[1].cells[1]);
    assert.deepEqual(after[1].cells[1], before[0].cells[1]);
    assert.ok(after.some((r) => /moved text/.test(r.state)), "it is shown");
    await press(page, "z");
    await said(page, "Undone: swapped");
  }
  // Cells that stand apart.
  const n = (await rows(page)).length;
  await go(page, 1);
  await press(page, "ArrowRight", "v");
  await said(page, "Picked up row 1");
  await go(page, 3);
  await press(page, "v");
  await said(page, "swapped");
  const moved = await rows(page);
  assert.equal(moved.length, n);
  assert.deepEqual(page.faults, []);
});

test("30 sure rows are approved in 2 keys, and the number is said before", limit, async () => {
  const en = [], fr = [];
  for (let i = 1; i <= 30; i++) {
    en.push(`In the year ${1900 + i} the river rose ${i + 2} times.`);
    fr.push(`En ${1900 + i}, la rivière est montée ${i + 2} fois.`);
  }
  const { page } = await lines(en, fr);
  await page.waitForFunction(() => !/checking/.test(document.getElementById("progress").textContent));
  await press(page, "A");
  await page.waitForSelector("#sure[open]");
  const least = Number(await page.inputValue("#sure-least"));
  assert.match(await page.textContent("#sure-approve"), /Approve \d+ rows/);
  await page.$eval("#sure-least", (e) => { e.value = 0; e.dispatchEvent(new Event("input")); });
  assert.match(await page.textContent("#sure-approve"), /Approve 30 rows/);
  assert.ok(least >= 0);
  await press(page, "Enter");
  await said(page, "approved: 30 rows");
  assert.equal(await count(page, "approved"), 30);
  await press(page, "z");
  await said(page, "Undone: approved");
  assert.equal(await count(page, "approved"), 0);
  assert.deepEqual(page.faults, []);
});

test("a name is replaced everywhere in one step, after a preview", limit, async () => {
  const path = file("m.tmx", memory([["Ask Paul.", "Demandez à Paul."], ["Paul knows.", "Paul sait."], ["Pauline knows.", "Pauline sait."], ["Yes.", "Oui."]]));
  const server = await start(path);
  const page = await open(browser, server.address);
  await press(page, "R");
  await page.fill("#find", "paul");
  await page.fill("#with", "Marie");
  await page.check("#find-words");
  await page.waitForFunction(() => document.getElementById("replace-count").textContent === "4 places in 2 rows");
  assert.equal((await page.$$("#replace-preview p")).length, 4);
  assert.equal(await page.textContent("#replace-preview p >> nth=0"), "1Ask PaulMarie.");
  await page.focus("#with");
  await press(page, "Enter");
  await said(page, "replaced");
  assert.deepEqual((await rows(page)).map((r) => r.cells.flat().join(" ")), ["Ask Marie. Demandez à Marie.", "Marie knows. Marie sait.", "Pauline knows. Pauline sait.", "Yes. Oui."]);
  await press(page, "z");
  await said(page, "Undone: replaced");
  assert.equal((await at(page, 1)).cells[0][0], "Ask Paul.");
  // A regular expression with a group; one that is none is said.
  await press(page, "R");
  await page.uncheck("#find-words");
  await page.check("#find-regexp");
  await page.fill("#find", "(");
  await page.waitForFunction(() => /regular expression/.test(document.getElementById("replace-count").textContent));
  await page.fill("#find", "(\\w+) knows");
  await page.fill("#with", "$1 does not know");
  await page.waitForFunction(() => /2 places/.test(document.getElementById("replace-count").textContent));
  await press(page, "Enter");
  await said(page, "replaced");
  assert.equal((await at(page, 3)).cells[0][0], "Pauline does not know.");
  page.faults = page.faults.filter((f) => !/422/.test(f));
  assert.deepEqual(page.faults, []);
});

test("a selection is approved, merged and unmarked", limit, async () => {
  const { page } = await lines(english, french);
  await go(page, 1);
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
  await page.waitForFunction(() => document.querySelectorAll(".row.selected").length === 3);
  assert.match(await page.textContent("#about"), /3 rows selected/);
  assert.equal(await page.getAttribute('[data-do="split"]', "aria-disabled"), "true");
  await press(page, "a");
  await said(page, "approved: 3 rows");
  assert.equal(await count(page, "approved"), 3);
  // With the mouse: a number, and Shift on another.
  await page.click(".row[id] .head >> nth=1");
  await page.click(".row[id] .head >> nth=2", { modifiers: ["Shift"] });
  await page.waitForFunction(() => document.querySelectorAll(".row.selected").length === 2);
  await page.click('#tools [data-do="reopen"]');
  await said(page, "mark removed");
  assert.equal(await count(page, "approved"), 1);
  await page.click(".row[id] .head >> nth=1");
  await press(page, "Shift+ArrowDown", "m");
  await said(page, "merged");
  assert.deepEqual((await at(page, 2)).cells[0], [english[1], english[2]]);
  // All that a filter shows.
  await page.click('[data-filter="approved"]');
  await said(page, "Approved");
  await press(page, "Control+a", "x");
  await said(page, "not a translation: 1 rows");
  assert.deepEqual(page.faults, []);
});

test("editing happens in the row, and nothing typed is lost", limit, async () => {
  const { page } = await lines(english, french);
  await go(page, 2);
  const top = await page.$eval("#row-" + (await at(page, 3)).id.slice(4), (e) => e.getBoundingClientRect().top);
  await press(page, "ArrowRight", "e");
  await page.waitForSelector(".editor");
  assert.equal(await page.inputValue(".editor"), french[1]);
  assert.ok(Math.abs((await page.$eval("#row-" + (await at(page, 3)).id.slice(4), (e) => e.getBoundingClientRect().top)) - top) <= 2, "the rows below stay");
  await press(page, "End");
  await page.keyboard.type(" Vite.");
  await press(page, "Escape");
  assert.deepEqual((await at(page, 2)).cells[1], [french[1]], "Esc leaves it as it was");
  await press(page, "Enter");
  await press(page, "Control+End", "Shift+Enter");
  await page.keyboard.type("Vite.");
  await press(page, "Enter");
  await said(page, "corrected");
  assert.deepEqual((await at(page, 2)).cells[1], [french[1], "Vite."]);
  assert.match(await page.textContent("#about"), /added by hand|Row 2/);
  // A click elsewhere saves.
  await press(page, "e");
  await page.waitForSelector(".editor");
  await page.fill(".editor", "La rivière est montée.");
  await page.click(".row[id] >> nth=3");
  await said(page, "corrected");
  assert.deepEqual((await at(page, 2)).cells[1], ["La rivière est montée."]);
  // A double click selects a word.
  await page.dblclick("#" + (await at(page, 3)).id + " .piece >> nth=0", { position: { x: 12, y: 6 } });
  assert.equal(await page.evaluate(() => String(getSelection()).trim()), "Three");
  assert.equal(await page.$(".editor"), null);
  assert.deepEqual(page.faults, []);
});

test("what a finding names is marked in the text, and so is what one searches for", limit, async () => {
  const server = await start(file(report));
  const page = await open(browser, server.address);
  assert.deepEqual(await page.$$eval("mark.names", (all) => all.map((e) => e.textContent)), ["إريتريا"]);
  await page.fill("#search", "LOCUST");
  await said(page, "rows");
  await page.waitForSelector("mark.search");
  assert.deepEqual([...new Set(await page.$$eval("mark.search", (all) => all.map((e) => e.textContent.toLowerCase())))], ["locust"]);
  // Words that translate one another light up together.
  await page.fill("#search", "");
  await said(page, "24 rows");
  const box = await page.evaluate(() => {
    const node = [...document.querySelectorAll(".piece")].find((p) => p.textContent.includes("Muscat, November")).firstChild;
    const range = document.createRange();
    range.setStart(node, 2);
    range.setEnd(node, 3);
    const r = range.getBoundingClientRect();
    return { x: r.left + 1, y: (r.top + r.bottom) / 2 };
  });
  await page.mouse.move(box.x, box.y);
  await page.waitForFunction(() => CSS.highlights.get("pair")?.size >= 2);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.get("pair")].map((r) => r.toString()).sort()), ["Muscat", "مسقط"]);
  assert.deepEqual(page.faults, []);
});

test("keys lead to the next finding of a kind, and disabled buttons say why", limit, async () => {
  const server = await start(file(report));
  const page = await open(browser, server.address);
  await go(page, 1);
  await press(page, "4");
  await atRow(page, 5);
  await press(page, "2");
  await atRow(page, 14);
  await press(page, "Alt+2");
  await atRow(page, 1);
  await press(page, "5");
  await said(page, "Nothing below: Other findings.");
  await go(page, 1);
  assert.equal(await page.getAttribute('#tools [data-do="above"]', "title"), "This is the first row.");
  await press(page, "M");
  await said(page, "This is the first row.");
  assert.match(await page.textContent("#progress"), /0 of 24 done · 5 need attention/);
  await press(page, "i");
  await page.waitForSelector("#panel:not([hidden])");
  await press(page, "Escape");
  assert.ok(await page.isHidden("#panel"));
  assert.deepEqual(page.faults, []);
});

test("every format is exported, named after the document", limit, async () => {
  const server = await start(file(report));
  const page = await open(browser, server.address);
  await go(page, 3);
  await press(page, "a");
  await said(page, "approved");
  await press(page, "E");
  await page.waitForSelector("#exporting[open]");
  assert.match(await page.textContent("#export-approved"), /\(1\)/);
  assert.match(await page.textContent("#export-all"), /\(20\)/);
  const expected = { tmx: /<tu /, xliff: /version="2.1"/, xliff12: /<trans-unit id="1"/, xlsx: /^PK/, tsv: /\t/, html: /<!DOCTYPE html>/, changes: /1 of 24 rows/ };
  const extension = { tmx: ".tmx", xliff: ".xlf", xliff12: ".xliff", xlsx: ".xlsx", tsv: ".tsv", html: ".html", changes: ".changes.html" };
  for (const [format, content] of Object.entries(expected)) {
    await page.check(`[name="format"][value="${format}"]`);
    const [got] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
    assert.equal(got.suggestedFilename(), "report.ar-en" + extension[format]);
    assert.match(readFileSync(await got.path(), "latin1"), content, format);
  }
  await page.check('[name="rows"][value="approved"]');
  await page.check('[name="format"][value="tmx"]');
  const [got] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  assert.equal(got.suggestedFilename(), "report.ar-en.approved.tmx");
  assert.equal(readFileSync(await got.path(), "utf8").match(/<tu /g).length, 1);
  assert.deepEqual(page.faults, []);
});

test("letters typed into the search are no actions, however slow the server is", limit, async () => {
  const { server, page } = await lines(english, french);
  await go(page, 1);
  await page.route("**/act*", async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  await page.keyboard.press("a");
  await page.keyboard.press("/");
  await page.keyboard.type("xnowhere");
  await said(page, "0 rows");
  assert.equal(await page.inputValue("#search"), "xnowhere");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelectorAll(".row[id]").length === 4);
  await page.waitForFunction(() => document.querySelector('[data-filter="approved"] .count').textContent === "1");
  assert.equal(await count(page, "rejected"), 0);
  // A window that closes late does not take the keyboard out of the search.
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await server.kill();
});
