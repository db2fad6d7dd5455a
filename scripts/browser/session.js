// A review in a real browser: the program with a copy of a document, and Chromium with its page.
import { spawn } from "node:child_process";
import { mkdtempSync, copyFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browse as firefox } from "./firefox.js";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const report = join(root, "testdata/report/report.ar-en.txt");
export const program = resolve(process.env.BITEXT ?? "bitext");

const work = mkdtempSync(join(tmpdir(), "bitext-browser-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

// file makes a copy of a file, or a file with a text, in a folder of its own.
export function file(name, text) {
  const path = join(mkdtempSync(join(work, "d")), basename(name));
  if (text === undefined) copyFileSync(name, path);
  else writeFileSync(path, text);
  return path;
}

const running = new Set();
export const stop = () => running.forEach((p) => p.kill("SIGKILL"));
process.on("exit", stop);

// start starts bitext review and returns its address.
export async function start(...args) {
  const child = spawn(program, ["review", "--no-browser", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  child.stderr.on("data", (b) => (said += b));
  const ended = new Promise((done) => child.on("exit", (code, signal) => (running.delete(child), done({ code, signal }))));
  const address = await new Promise((done, fail) => {
    let out = "";
    child.stdout.on("data", (b) => (out += b).includes("\n") && done(out.trim()));
    ended.then(() => fail(new Error("bitext review ended: " + said)));
  });
  return { address, said: () => said, ended, kill: (signal = "SIGKILL") => (child.kill(signal), ended) };
}

// browse starts Chromium, or Firefox if the environment names one.
export const browse = (...more) =>
  process.env.FIREFOX ? firefox() : chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more],
  });

// open opens a page. An error on its console fails the test.
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(String(e)));
  page.on("console", (m) => m.type() === "error" && page.faults.push(m.text()));
  page.setDefaultTimeout(20000);
  if (options.before) await context.addInitScript(options.before);
  await page.goto(address);
  await page.waitForSelector(".row.current");
  return page;
}

// What a person sees of a row: its number, its state in words, and the text of its cells.
export const rows = (page) =>
  page.$$eval(".row[id]", (all) =>
    all.map((r) => ({
      id: r.id, n: Number(r.querySelector(".number").textContent), state: r.querySelector(".state").textContent.trim(),
      cells: [...r.querySelectorAll(".cell")].map((c) => [...c.querySelectorAll(".piece:not(.none)")].map((p) => p.textContent)),
    })));
export const at = async (page, n) => (await rows(page)).find((r) => r.n === n);
export const said = (page, words) => page.waitForFunction((w) => document.getElementById("said").textContent.includes(w), words);
export const current = (page) => page.$eval(".row.current .number", (e) => Number(e.textContent));
export const count = (page, name) => page.$eval(`[data-filter="${name}"] .count`, (e) => Number(e.textContent));
export const filter = async (page, name) => {
  await page.click(`#filters button[data-filter="${name}"]`);
  await page.waitForSelector(`#filters button[data-filter="${name}"][aria-pressed="true"]`);
};
export const atRow = (page, n) => page.waitForFunction((n) => document.querySelector(".row.current .number")?.textContent === String(n), n);

// go goes to a row by its number.
export const go = async (page, n) => {
  await page.keyboard.press("g");
  await page.keyboard.type(String(n));
  await page.keyboard.press("Enter");
  await atRow(page, n);
  await page.waitForFunction(() => document.activeElement.classList.contains("piece"));
  await page.waitForTimeout(50); // the closing of the window is an event of its own
};

// press presses keys one after another, which the page takes in order. What it says then is new.
export const press = async (page, ...keys) => {
  await page.evaluate(() => (document.getElementById("said").textContent = ""));
  for (const k of keys) await page.keyboard.press(k);
};

// clickBefore clicks before a word in a text of the page.
export const clickBefore = async (page, words) => {
  const box = await page.evaluate((words) => {
    for (const p of document.querySelectorAll(".piece")) {
      const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode()); ) {
        const i = node.data.indexOf(words);
        if (i < 0) continue;
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        p.scrollIntoView({ block: "nearest" });
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: getComputedStyle(p).direction === "rtl" ? right - 1 : left + 1, y: (top + bottom) / 2 };
      }
    }
    throw new Error("no such text: " + words);
  }, words);
  await page.mouse.click(box.x, box.y);
};

// memory returns a memory of pairs of English and French sentences.
export const memory = (pairs) =>
  `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>` +
  pairs.map(([en, fr], i) => `<tu tuid="${i + 1}"><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`).join("\n") + `</body></tmx>`;
