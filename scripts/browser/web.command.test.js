// bitext web serves the site from this computer, and a changed file of the site is not run.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browse, file, program, report } from "./session.js";
import { reviewed } from "./visit.js";

const work = mkdtempSync(join(tmpdir(), "bitext-command-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

// serve starts bitext web and returns its address.
async function serve(site) {
  const child = spawn(program, ["web", "--no-browser", "--port", "0", "--site", site], { stdio: ["ignore", "pipe", "ignore"] });
  process.on("exit", () => child.kill("SIGKILL"));
  return { address: await new Promise((done) => child.stdout.once("data", (b) => done(String(b).trim()))), end: () => child.kill() };
}

test("bitext web opens the page", { timeout: 120000 }, async () => {
  const server = await serve(process.env.SITE);
  const browser = await browse();
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForSelector("body[data-ready]");
  await page.setInputFiles("#files", file(report));
  await page.click("#go");
  assert.equal((await (await reviewed(page)).$$(".row[id]")).length, 24);
  await browser.close();
  server.end();
});

test("a file that was changed on the way is not run", { timeout: 120000 }, async () => {
  for (const name of ["app.js", "words.js", "worker.js", "bitext.bin"]) {
    const site = join(work, name);
    cpSync(process.env.SITE, site, { recursive: true });
    const bytes = readFileSync(join(site, name));
    writeFileSync(join(site, name), name.endsWith(".js") ? bytes + "\n;globalThis.changed = true;\n" : bytes.subarray(0, bytes.length - 1));
    const server = await serve(site);
    const browser = await browse();
    const page = await browser.newPage();
    await page.goto(server.address);
    if (["worker.js", "bitext.bin"].includes(name)) {
      await page.waitForSelector("#fault:not([hidden])");
      assert.match(await page.textContent("#fault"), /could not be loaded completely/);
    } else await page.waitForTimeout(2000);
    assert.equal(await page.$("body[data-ready]"), null, name);
    assert.equal(await page.evaluate(() => globalThis.changed), undefined, name);
    await browser.close();
    server.end();
  }
});
