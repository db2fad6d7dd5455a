// Access to the page: people without a mouse or with a screen reader (axe) have it, other web sites do not.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { browse, file, open, press, report, said, start, stop } from "./session.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const limit = { timeout: 120000 };
let browser, server;
before(async () => {
  browser = await browse();
  server = await start(file(report));
});
after(async () => {
  stop();
  await browser.close();
});

// faults is what axe finds in a page that matters.
async function faults(page) {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" ; ")}`);
}

// look opens a page whose policy is set aside, which otherwise keeps axe out.
async function look(options = {}) {
  const own = await start(file(report));
  const page = await open(browser, own.address, { bypassCSP: true, reducedMotion: "reduce", ...options });
  await page.addScriptTag({ path: axe });
  return page;
}

const looks = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "high contrast": { forcedColors: "active" },
  "more contrast": { contrast: "more" }, comfortable: { before: () => localStorage.setItem("bitext-density", "comfortable") },
  phone: { viewport: { width: 390, height: 844 } }, "zoom of 200 %": { viewport: { width: 640, height: 400 } } };
for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing serious: ${name}`, limit, async () => {
    const page = await look(options);
    assert.deepEqual(await faults(page), [], "the page as it opens");
    // Every kind of row there is: approved, rejected, corrected, noted, selected, chosen in each of these states.
    await press(page, "n", "x");
    await said(page, "not a translation");
    await press(page, "a");
    await said(page, "approved");
    await press(page, "c");
    assert.deepEqual(await faults(page), [], "the window for a note");
    await page.fill("#noting-text", "A note");
    await page.keyboard.press("Control+Enter");
    await said(page, "note saved");
    await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
    await press(page, "ArrowUp", "e");
    await page.waitForSelector(".editor");
    assert.deepEqual(await faults(page), [], "the editor");
    await page.fill(".editor", "Another wording.");
    await page.keyboard.press("Enter");
    await said(page, "corrected");
    await press(page, "Shift+ArrowDown", "i");
    assert.deepEqual(await faults(page), [], "approved, rejected, noted, corrected, selected rows, and the reasons");
    await press(page, "Escape", "Escape");
    await page.click('[data-filter="attention"]');
    await page.waitForSelector(".row.context");
    assert.deepEqual(await faults(page), [], "a filter, with the rows around");
    for (const [key, id] of [["?", "helping"], ["E", "exporting"], ["A", "sure"], ["R", "replacing"], ["g", "going"]]) {
      await press(page, key);
      await page.waitForSelector(`#${id}[open]`);
      assert.deepEqual(await faults(page), [], id);
      await page.keyboard.press("Escape");
      await page.waitForSelector(`#${id}:not([open])`, { state: "attached" });
    }
    await page.click("#more");
    assert.deepEqual(await faults(page), [], "the menu");
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test("the interface speaks five languages, in their directions", limit, async () => {
  for (const [language, words] of Object.entries({ en: "Approve", fr: "Approuver", es: "Aprobar", ar: "اعتماد", zh: "批准" })) {
    const page = await look({ locale: language });
    assert.equal(await page.getAttribute("html", "lang"), language);
    assert.equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr");
    assert.match(await page.textContent('[data-do="approve"]'), new RegExp(words));
    assert.deepEqual(await faults(page), [], language);
    const text = await page.evaluate(() => document.body.innerText);
    assert.doesNotMatch(text, /\{\w+\}|undefined/, language);
    await page.keyboard.press("4");
    await page.waitForSelector("#about .finding");
    assert.match((await page.textContent("#about .finding")).replace(/[\u2068\u2069]/g, ""), { en: /only in Arabic/, fr: /^إريتريا seulement en arabe$/, es: /^إريتريا solo en árabe$/,
      ar: /^إريتريا في العربية فقط$/, zh: /^إريتريا 仅见于阿拉伯语$/ }[language]);
    // What a check says, why a row is what it is, and where it is in its document.
    await page.keyboard.press("g");
    await page.keyboard.type("8");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".row.current .number")?.textContent === "8");
    await press(page, "i");
    await page.waitForSelector("#panel:not([hidden])");
    const place = { en: /paragraph 6, line/, fr: /paragraphe 6, ligne/, es: /párrafo 6, línea/, ar: /الفقرة 6, الأسطر/, zh: /第 6 段, 第/ }[language];
    const about = await page.textContent("#about");
    assert.match(about, place, language);
    if (language !== "en") assert.doesNotMatch(about + (await page.textContent("#panel")), /only in|unusually|paragraph |check-/, language);
    await press(page, "Escape", "?");
    assert.deepEqual(await faults(page), [], language);
    assert.doesNotMatch(await page.textContent("#helping"), /\{\w+\}|key[A-Z]/, language);
    await page.context().close();
  }
  // A choice is remembered.
  const page = await look();
  await page.click("#more");
  await page.selectOption("#language", "fr");
  await page.waitForFunction(() => document.documentElement.lang === "fr");
  assert.match(await page.textContent("#progress"), /à vérifier/);
  await page.reload();
  await page.waitForSelector(".row.current");
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  await page.context().close();
});

test("every text of the interface is there in every language", async () => {
  const source = readFileSync(new URL("../../examples/bitext/review/web/words.js", import.meta.url), "utf8");
  const lines = source.split("\n").filter((l) => /^  "?[\w-]+"?: \[/.test(l));
  assert.ok(lines.length > 100);
  for (const line of lines) {
    const [, key, list] = /^  "?([\w-]+)"?: (\[.*\]),$/.exec(line);
    const texts = JSON.parse(list);
    assert.equal(texts.length, 5, key);
    const holes = (s) => (s.match(/\{\w+\}/g) ?? []).sort().join();
    for (const s of texts) assert.equal(holes(s), holes(texts[0]), key);
  }
});

test("from opening to export without a mouse", limit, async () => {
  const page = await open(browser, (await start(file(report))).address);
  await press(page, "n", "a");
  await said(page, "approved");
  await press(page, "e");
  await page.keyboard.type("Draft: ");
  await page.keyboard.press("Enter");
  await press(page, "A");
  await page.waitForSelector("#sure[open]");
  await page.keyboard.press("Enter");
  await said(page, "approved");
  await press(page, "E");
  await page.waitForSelector("#exporting[open]");
  // Tab leads to the choices and to the download.
  for (let k = 0; k < 12 && (await page.evaluate(() => document.activeElement.id)) !== "download"; k++) await page.keyboard.press("Tab");
  const [got] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(got.suggestedFilename(), "report.ar-en.tmx");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("nothing of the page sticks out of the window, however narrow it is, in both directions", limit, async () => {
  const page = await open(browser, server.address);
  for (const width of [360, 768, 1366, 2200]) {
    await page.setViewportSize({ width, height: 800 });
    for (const dir of ["ltr", "rtl"]) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.getElementById("scroll").scrollWidth <= innerWidth), `${width} ${dir}`);
      assert.deepEqual(
        await page.evaluate(() => ["ar", "en"].map((lang) => getComputedStyle(document.querySelector(`.cell[lang="${lang}"]`)).direction)),
        ["rtl", "ltr"], "a text runs in its own direction, whatever that of the page");
    }
  }
  await page.context().close();
});

test("another web site can neither read nor change anything", limit, async () => {
  const own = await start(file(report));
  const victim = await open(browser, own.address);
  const before = await victim.textContent("#progress");
  // A site elsewhere, whose address leads here by another name, and which even knows the secret address.
  const other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!DOCTYPE html><title>other</title>"));
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  const site = `http://127.0.0.1:${other.address().port}/`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site);
  const heard = await page.evaluate(async (address) => {
    const out = {};
    const attempt = async (name, does) => {
      try { out[name] = await does(); } catch { out[name] = "failed"; }
    };
    const body = JSON.stringify({ version: 0, do: "approve", row: 1 });
    await attempt("read", async () => (await fetch(address + "rows?filter=all&from=0&count=9")).text());
    await attempt("blind read", async () => (await fetch(address + "state", { mode: "no-cors" })).text());
    await attempt("post", async () => (await fetch(address + "act", { method: "POST", body, headers: { "Content-Type": "application/json" } })).text());
    await attempt("blind post", async () => (await fetch(address + "act", { method: "POST", body, mode: "no-cors" })).text());
    await attempt("beacon", async () => (navigator.sendBeacon(address + "act", new Blob([body], { type: "text/plain" })), ""));
    await attempt("form", () => new Promise((done) => {
      const frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { name: "f" }));
      const form = document.body.appendChild(Object.assign(document.createElement("form"), { method: "POST", action: address + "act", target: "f", enctype: "text/plain" }));
      form.append(Object.assign(document.createElement("input"), { name: body.slice(0, -1) + ',"text":"', value: '"}' }));
      frame.onload = () => { let text = ""; try { text = frame.contentDocument.body.textContent; } catch { /* not ours to read */ } done(text); };
      form.submit();
      setTimeout(() => done(""), 1000);
    }));
    await attempt("frame", () => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      frame.onload = () => { let text = ""; try { text = frame.contentDocument.body.textContent; } catch { /* not ours to read */ } done(text); };
      document.body.append(frame);
      setTimeout(() => done(""), 1000);
    }));
    await attempt("script", () => new Promise((done) => {
      const script = document.createElement("script");
      script.src = address + "web/main.js";
      script.onload = () => done("loaded");
      script.onerror = () => done("");
      document.body.append(script);
    }));
    await attempt("window", async () => {
      const w = window.open(address);
      await new Promise((done) => setTimeout(done, 800));
      let text = "";
      try { text = w.document.body.textContent; } catch { /* not ours to read */ }
      return text;
    });
    return out;
  }, own.address);
  for (const [name, text] of Object.entries(heard)) assert.doesNotMatch(text, /Muscat|version|loaded/, name);
  await victim.waitForTimeout(2000);
  assert.equal(await victim.textContent("#progress"), before);
  assert.equal(await victim.getAttribute("#undo", "aria-disabled"), "true", "nothing was done");
  // The page does not open under another name of this machine either.
  const port = new URL(own.address).port;
  const rebound = await browse(`--host-resolver-rules=MAP evil.example 127.0.0.1`);
  const named = await (await rebound.newContext()).newPage();
  const answer = await named.goto(own.address.replace("127.0.0.1:" + port, "evil.example:" + port));
  assert.equal(answer.status(), 403);
  assert.doesNotMatch(await named.content(), /Muscat|report/);
  await rebound.close();
  other.close();
});

test("the file that bitext review gives to a browser opens the page", limit, async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("file://" + file("open.html", `<!DOCTYPE html><meta http-equiv="refresh" content="0; url=${server.address}">`));
  await page.waitForSelector(".row.current");
  assert.equal(page.url(), server.address);
  await page.context().close();
});
