// A review in a real browser: the program with a copy of a document, and Chromium with its page.
import { spawn } from "node:child_process";
import { mkdtempSync, copyFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

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

export const browse = (...more) =>
  chromium.launch({
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
  page.setDefaultTimeout(8000);
  if (options.before) await context.addInitScript(options.before);
  await page.goto(address);
  await page.waitForSelector(".row.current");
  return page;
}
