// The work of a translator, with keys and clicks, on the report of this project.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { at, atRow, browse, clickBefore, count, current, file, filter, go, open, press, program, report, rows, said, start, stop } from "./session.js";

const limit = { timeout: 120000 };
let browser;
before(async () => (browser = await browse()));
after(async () => {
  stop();
  await browser.close();
});

async function download(page, rows) {
  await page.click("#export");
  await page.check(`[name="rows"][value="${rows}"]`);
  const [got] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  const path = await got.path();
  await page.click("#exporting [type=submit]");
  return path;
}

test("a report is reviewed, fixed, killed, resumed and exported", limit, async () => {
  const path = file(report);
  let server = await start(path);
  let page = await open(browser, server.address);
  const begin = await rows(page);
  assert.equal(begin.length, 24);

  // Doubtful places: the keys lead from one to the next, and filters show them alone.
  const places = [await current(page)];
  for (let k = 1; k < (await count(page, "attention")); k++) {
    await page.keyboard.press("n");
    await page.waitForFunction((n) => Number(document.querySelector(".row.current .number").textContent) > n, places.at(-1));
    places.push(await current(page));
  }
  await page.keyboard.press("n");
  await said(page, "Nothing below");
  await page.keyboard.press("p");
  await page.waitForFunction((n) => Number(document.querySelector(".row.current .number").textContent) === n, places.at(-2));
  const marked = begin.filter((r) => r.state).map((r) => r.n);
  assert.deepEqual(places, marked);
  await filter(page, "alone");
  await said(page, "4 rows");
  assert.equal((await page.$$(".row[id]:not(.context) .none")).length, 4);
  await filter(page, "names");
  await page.waitForSelector("#about .finding");
  assert.match(await page.textContent("#about .finding"), /Eritrea.*only in Arabic/);
  await filter(page, "all");
  await said(page, "24 rows");

  // The reasons of a row are in the panel.
  await go(page, 5);
  await press(page, "i");
  assert.match(await page.textContent("#panel"), /إريتريا.* only in Arabic.*= .*Djibouti/);
  assert.match(await page.textContent("#about"), /line 9/);
  await press(page, "i");

  // Merge by key, split by click.
  const seven = await at(page, 7);
  await go(page, 7);
  await page.keyboard.press("m");
  await said(page, "merged");
  let now = await at(page, 7);
  const eight = begin.find((r) => r.n === 8);
  assert.deepEqual(now.cells, seven.cells.map((c, k) => [...c, ...eight.cells[k]]));
  assert.match(now.state, /edited/);
  await go(page, 7);
  for (let k = 0; k < seven.cells[0].length; k++) await press(page, "ArrowRight");
  await page.waitForFunction(() => document.querySelector('#tools [data-do="split"]').getAttribute("aria-disabled") === "false");
  await page.click('#tools [data-do="split"]');
  await said(page, "split");
  assert.deepEqual([(await at(page, 7)).cells[0], (await at(page, 8)).cells[0]], [seven.cells[0], eight.cells[0]]);

  // A sentence goes up and comes back.
  await go(page, 8);
  await page.keyboard.press("u");
  await said(page, "text moved");
  assert.deepEqual((await at(page, 7)).cells[0], [...seven.cells[0], eight.cells[0][0]]);
  assert.equal(await current(page), 7, "the eye follows the sentence");
  await page.keyboard.press("z");
  await said(page, "Undone: text moved");
  assert.deepEqual((await at(page, 8)).cells[0], eight.cells[0]);

  // The text is corrected in the row.
  await go(page, 3);
  await press(page, "ArrowRight", "e");
  assert.match(await page.inputValue(".editor"), /Muscat, November 11, 2021/);
  await page.fill(".editor", "Muscat, 11 November 2021");
  await press(page, "Enter");
  await said(page, "corrected");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  assert.deepEqual((await at(page, 3)).cells[1], ["Muscat, 11 November 2021"]);
  assert.match(await page.textContent("#about"), /was: Muscat, November 11, 2021/);
  await page.keyboard.press("z");
  await said(page, "Undone: corrected");
  await page.keyboard.press("Control+y");
  await said(page, "Redone: corrected");
  assert.deepEqual((await at(page, 3)).cells[1], ["Muscat, 11 November 2021"]);

  // Approving moves on to the next row; a note; not a translation, which moves on too.
  await go(page, 3);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelector(".row.current .number")?.textContent === "4");
  assert.match((await at(page, 3)).state, /approved/);
  await page.keyboard.press("c");
  await page.fill("#noting-text", "Ask <b>Paul</b>.");
  await page.click("#noting-save");
  await said(page, "note saved");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  assert.match(await page.textContent("#about"), /Ask <b>Paul<\/b>\./);
  await page.keyboard.press("a");
  await said(page, "approved");
  await go(page, 1);
  await page.keyboard.press("x");
  await atRow(page, 2);
  assert.match((await at(page, 1)).state, /not a translation/);

  // What is settled stays when the rest is realigned.
  await go(page, 12);
  await page.keyboard.press("m");
  await said(page, "merged");
  const settled = (await rows(page)).filter((r) => r.n <= 8 || r.n === 12);
  await page.keyboard.press("r");
  await page.waitForFunction(() => /realigned|Nothing has changed/.test(document.getElementById("said").textContent), null, { timeout: 30000 });
  for (const r of settled) assert.ok((await rows(page)).some((s) => JSON.stringify(s.cells) === JSON.stringify(r.cells)), `row ${r.n}`);

  // Killed without warning: the page says so, and the next run goes on from there.
  const end = await rows(page);
  await server.kill("SIGKILL");
  await page.waitForSelector("#lost:not([hidden])");
  assert.match(await page.textContent("#lost"), /No connection/);
  await page.context().close();
  server = await start(path);
  page = await open(browser, server.address);
  assert.match(server.said(), /Resuming the review/);
  assert.deepEqual((await rows(page)).map(({ n, ...r }) => r), end.map(({ n, ...r }) => r));

  // Undo reaches back to the beginning, redo to the end, across the kill.
  let steps = 0;
  while ((await page.getAttribute("#undo", "aria-disabled")) !== "true") {
    const before = await page.getAttribute("#undo", "title");
    const todo = (await page.textContent("#said")) + before;
    await page.evaluate(() => (document.getElementById("said").textContent = ""));
    await page.keyboard.press("z");
    await said(page, "Undone: ");
    assert.ok(++steps < 40, todo);
  }
  assert.deepEqual((await rows(page)).map((r) => r.cells), begin.map((r) => r.cells));
  for (; steps > 0; steps--) {
    await page.evaluate(() => (document.getElementById("said").textContent = ""));
    await page.keyboard.press("Shift+Z");
    await said(page, "Redone: ");
  }
  assert.deepEqual((await rows(page)).map((r) => r.cells), end.map((r) => r.cells));

  // The number of sure rows is what the button says.
  await press(page, "A");
  await page.waitForSelector("#sure[open]");
  const sure = Number(/\d+/.exec(await page.textContent("#sure-approve"))[0]);
  await press(page, "Enter");
  await page.waitForFunction((n) => document.querySelector('[data-filter="approved"] .count').textContent === String(n), sure + 2);
  await page.keyboard.press("z");
  await said(page, "Undone: approved");

  // The memory of the approved rows, from the page and from the command line.
  const approved = readFileSync(await download(page, "approved"), "utf8");
  assert.equal(approved.match(/<tu /g).length, 2);
  assert.match(approved, /<seg>Muscat, 11 November 2021<\/seg>/);
  assert.match(approved, /<note>Ask &lt;b&gt;Paul&lt;\/b&gt;.<\/note>/);
  const all = readFileSync(await download(page, "all"), "utf8");
  assert.equal(execFileSync(program, ["review", path, "--export", "all"], { encoding: "utf8" }), all);
  if (process.env.KEEP) execFileSync(program, ["review", path, "--export", "all", "-o", process.env.KEEP]);
  assert.deepEqual(page.faults, []);
  await page.context().close();
  await server.kill("SIGINT");
});

test("two windows do not overwrite each other", limit, async () => {
  const server = await start(file(report));
  const [one, two] = [await open(browser, server.address), await open(browser, server.address)];
  // The second window is kept from hearing of the first one's action.
  await two.route("**/state?since=*", (route) => (/since=-1/.test(route.request().url()) ? route.continue() : route.fulfill({ status: 204 })));
  await go(one, 4);
  await one.keyboard.press("m");
  await said(one, "merged");
  await go(two, 4);
  await two.keyboard.press("a");
  await said(two, "changed in another window");
  assert.deepEqual((await at(two, 4)).cells, (await at(one, 4)).cells);
  assert.doesNotMatch((await at(two, 4)).state, /approved/);
  two.faults = two.faults.filter((f) => !/409/.test(f));
  // Once it hears of actions, it shows them without being asked.
  await two.unroute("**/state?since=*");
  await one.keyboard.press("z");
  await said(one, "Undone");
  await said(two, "changed in another window");
  await two.waitForFunction(() => document.querySelectorAll(".row[id]").length === 24);
  // A text that was typed meanwhile is not lost.
  await two.route("**/state?since=*", (route) => (/since=-1/.test(route.request().url()) ? route.continue() : route.fulfill({ status: 204 })));
  await go(two, 6);
  await two.keyboard.press("e");
  await two.fill(".editor", "Typed for a long time.");
  await go(one, 2);
  await one.keyboard.press("a");
  await said(one, "approved");
  await two.keyboard.press("Enter");
  await said(two, "Save again if your text");
  assert.equal(await two.inputValue(".editor"), "Typed for a long time.");
  await two.keyboard.press("Enter");
  await said(two, "corrected");
  assert.ok((await at(two, 6)).cells.flat().includes("Typed for a long time."));
  await server.kill();
});

test("it can be used from the keyboard alone, and without Intl", limit, async () => {
  const server = await start(file(report));
  const page = await open(browser, server.address, { before: () => delete globalThis.Intl });
  assert.equal(await page.evaluate("typeof Intl"), "undefined");
  await page.keyboard.press("?");
  assert.ok(await page.isVisible("#helping"));
  await page.keyboard.press("Escape");
  // Search and back.
  await page.keyboard.press("/");
  await page.keyboard.type("BIODIVERSITY nowhere");
  await said(page, "0 rows");
  await page.waitForSelector("#empty:not([hidden])");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelectorAll(".row[id]").length === 24);
  await page.keyboard.press("/");
  await page.keyboard.type("مسقط");
  await said(page, "مسقط");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  assert.match(await page.textContent(".row.current"), /Muscat/);
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await said(page, "24 rows");
  // Filters are buttons that Tab reaches; f leads there.
  await page.keyboard.press("f");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await said(page, "No counterpart");
  // The buttons of the chosen row are reached by Tab from its sentence, and by Enter.
  await page.keyboard.press("f");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "approve");
  await page.keyboard.press("Enter");
  await said(page, "approved");
  // A letter can be switched off.
  await page.keyboard.press("Home");
  await page.keyboard.press("?");
  await page.click("#letters");
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.getElementById("said").textContent = ""));
  await page.keyboard.press("z");
  await page.keyboard.press("Control+z");
  await said(page, "Undone: approved");
  assert.deepEqual(page.faults, []);
  await server.kill();
});

test("hostile text is shown and not run", limit, async () => {
  const a = file("a.txt", "The first line <script>window.hit=1</script> <img src=x onerror=window.hit=1> ends.\n\nSafe \u202Egpj.exe here.\n");
  const b = file("b.txt", "La première ligne <script>window.hit=1</script> <img src=x onerror=window.hit=1> finit.\n\nSûr \u202Egpj.exe ici.\n");
  const server = await start("--langs", "en,fr", a, b);
  const page = await open(browser, server.address);
  assert.match(await page.textContent("#grid"), /<script>window.hit=1<\/script>/);
  assert.equal(await page.evaluate("window.hit"), undefined);
  assert.deepEqual(await page.$$eval(".hidden", (all) => all.map((e) => e.textContent)), ["RLO", "RLO"]);
  await page.keyboard.press("/");
  await page.keyboard.type("exe");
  await said(page, "1 rows");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  await page.keyboard.press("e");
  assert.equal(await page.inputValue(".editor"), "Safe ⟦RLO⟧gpj.exe here.");
  await page.fill(".editor", "Safe gpj.exe here.");
  await page.keyboard.press("Enter");
  await said(page, "corrected");
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  assert.equal((await page.$$(".row.current .piece .hidden")).length >= 1, true);
  assert.equal(await page.evaluate("window.hit"), undefined);
  assert.deepEqual(page.faults, []);
  await server.kill();
});

test("a page whose server has ended follows the next run of its review", limit, async () => {
  const path = file(report);
  const server = await start(path);
  const old = await open(browser, server.address);
  await press(old, "a");
  await said(old, "approved");
  await server.kill("SIGKILL");
  await old.waitForSelector("#lost:not([hidden])");
  const next = await start(path);
  assert.equal(new URL(next.address).port, new URL(server.address).port);
  assert.notEqual(next.address, server.address, "the secret is another one");
  const page = await old.context().newPage();
  await page.goto(next.address);
  await old.waitForURL(next.address);
  await old.waitForSelector(".row.current");
  assert.ok(await old.isHidden("#lost"));
  await press(old, "z");
  await said(old, "Undone: approved");
  await next.kill();
});
