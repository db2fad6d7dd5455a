// Firefox as Debian packages it, driven over WebDriver BiDi, with the part of Playwright's interface that the tests use:
// Playwright itself drives only a Firefox of its own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const work = mkdtempSync(join(tmpdir(), "bitext-firefox-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

export const browse = async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX, headless: true });
  return { newContext: async (options) => context(await firefox.createBrowserContext(), options), close: () => firefox.close() };
};

const context = (own, { viewport }) => {
  const scripts = [], asked = [];
  return {
    addInitScript: (f) => scripts.push(f),
    async newPage() {
      const page = await own.newPage();
      await page.setViewport(viewport);
      for (const f of scripts) await page.evaluateOnNewDocument(f);
      for (const f of asked) page.on("request", f);
      return adapt(page);
    },
    on: (event, f) => asked.push(f), // requests of later pages
    close: () => own.close(),
  };
};

// A selector such as ".piece >> nth=0" names one of several elements.
async function one(page, selector) {
  const [plain, n] = selector.split(" >> nth=");
  await page.waitForSelector(plain);
  return n === undefined ? page.$(plain) : (await page.$$(plain))[Number(n)];
}

async function chord(page, key) {
  const keys = key.length > 1 ? key.split("+") : [key];
  const last = keys.pop();
  for (const k of keys) await page.keyboard.down(k);
  await page.keyboard.press(last);
  for (const k of keys.reverse()) await page.keyboard.up(k);
}

// adapt gives a page, or a frame of it, the interface of Playwright. A frame shares the keyboard and the download of its page.
function adapt(page, top = page, shared = {}) {
  const value = async (selector, f, ...more) => (await one(page, selector)).evaluate(f, ...more);
  const checked = async (selector, on) => (await value(selector, (e) => e.checked)) === on || (await one(page, selector)).click();
  return {
    on: (event, f) => top.on(event, f),
    setDefaultTimeout: (ms) => top.setDefaultTimeout(ms),
    url: () => page.url(),
    reload: () => top.reload(),
    frames: () => top.frames().map((f) => adapt(f, top, shared)),
    setInputFiles: async (s, files) => (await one(page, s)).uploadFile(...[files].flat()),
    goto: (address) => page.goto(address),
    evaluate: (...all) => page.evaluate(...all),
    $: (s) => page.$(s),
    $$: (s) => page.$$(s),
    $eval: (...all) => page.$eval(...all),
    $$eval: (...all) => page.$$eval(...all),
    keyboard: { press: (key) => chord(top, key), type: (text) => top.keyboard.type(text) },
    mouse: top.mouse,
    waitForFunction: (f, ...more) => page.waitForFunction(f, {}, ...more),
    waitForSelector: (s) => page.waitForSelector(s),
    waitForTimeout: (ms) => new Promise((done) => setTimeout(done, ms)),
    check: (s) => checked(s, true),
    uncheck: (s) => checked(s, false),
    textContent: (s) => value(s, (e) => e.textContent),
    inputValue: (s) => value(s, (e) => e.value),
    getAttribute: (s, name) => value(s, (e, name) => e.getAttribute(name), name),
    isVisible: (s) => value(s, (e) => e.checkVisibility()),
    isHidden: (s) => value(s, (e) => !e.checkVisibility()),
    focus: async (s) => (await one(page, s)).focus(),
    fill: (s, text) => value(s, (e, text) => {
      e.focus();
      e.value = text;
      e.dispatchEvent(new Event("input", { bubbles: true }));
    }, text),
    async click(s, { modifiers = [] } = {}) {
      if (s === "#download" && shared.download) return shared.download(await file(page, s));
      for (const m of modifiers) await top.keyboard.down(m);
      await (await one(page, s)).click();
      for (const m of modifiers) await top.keyboard.up(m);
    },
    async dblclick(s, { position }) {
      await (await one(page, s)).click({ count: 2, offset: position });
    },
    waitForEvent: () => new Promise((done) => (shared.download = done)),
    async route(pattern, does) {
      const part = pattern.replaceAll("*", "");
      await top.setRequestInterception(true);
      top.on("request", (q) => (q.url().includes(part) ? does({ continue: () => q.continue() }) : q.continue()));
    },
  };
}

// file fetches what a link leads to: no driver can be told where Firefox puts a download.
async function file(page, selector) {
  const { name, bytes } = await page.$eval(selector, async (e) => {
    const answer = await fetch(e.href);
    return { name: /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition"))[1], bytes: [...new Uint8Array(await answer.arrayBuffer())] };
  });
  const path = join(work, name);
  writeFileSync(path, Buffer.from(bytes));
  return { suggestedFilename: () => name, path: () => path };
}
