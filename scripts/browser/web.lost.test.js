// Nothing that the page has shown as saved is lost: neither when the browser is killed, nor when its storage is full.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { file, report, said } from "./session.js";
import { align, begin, context, end, reviewed, site, visit } from "./visit.js";

const limit = { timeout: 600000 };
const work = mkdtempSync(join(tmpdir(), "bitext-lost-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
before(begin);
after(end);

// Chromium is killed while a person works: after some notes, and so many milliseconds after the next one was asked for. What
// the page has said to be done is there afterwards.
const moments = [0, 3, 7, 12, 18, 25, 40, 60, 90, 150];
test("a killed browser loses nothing that was said to be saved", limit, async () => {
  const profile = join(work, "profile");
  const path = file(report);
  let id = "", done = 0, beyond = 0;
  for (let kill = 0; kill < moments.length; kill++) {
    const child = spawn(process.env.CHROMIUM, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + profile, "--remote-debugging-port=0", "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise((found) => {
      let log = "";
      child.stderr.on("data", (b) => {
        const m = /DevTools listening on (\S+)/.exec((log += b));
        if (m) found(m[1]);
      });
    });
    const live = await chromium.connectOverCDP(address);
    const page = await live.contexts()[0].newPage();
    page.setDefaultTimeout(60000);
    await page.goto(site.address + (id && "#" + id));
    const review = id ? await reviewed(page) : await align(page, path);
    id ||= new URL(page.url()).hash.slice(1);
    const kept = Number(await review.$eval('[data-filter="noted"] .count', (e) => e.textContent));
    assert.ok(kept >= done, `kill ${kill}: ${kept} notes of ${done}`);
    beyond += kept - done;
    done = kept;
    const rows = await review.$$eval(".row[id]", (all) => all.map((r) => r.querySelector(".number").textContent));
    assert.ok(done + 2 < rows.length, "rows without a note");
    for (let k = 0; k < 2; k++) {
      await page.keyboard.press("g");
      await page.keyboard.type(rows[done]);
      await page.keyboard.press("Enter");
      await review.waitForFunction((n) => document.querySelector(".row.current .number")?.textContent === n && document.activeElement.classList.contains("piece"), rows[done]);
      await page.waitForTimeout(50);
      await page.keyboard.press("c");
      await review.waitForSelector("#noting[open]");
      await page.keyboard.type("note " + done);
      if (k === 1) break;
      await page.keyboard.press("Control+Enter");
      await said(review, "note saved");
      await review.evaluate(() => (document.getElementById("said").textContent = ""));
      done++;
    }
    await page.keyboard.press("Control+Enter");
    await new Promise((then) => setTimeout(then, moments[kill]));
    if (await Promise.race([review.evaluate(() => document.getElementById("said").textContent.includes("note saved")), new Promise((then) => setTimeout(then, 0, false))])) done++;
    child.kill("SIGKILL");
    await new Promise((gone) => child.on("exit", gone));
    await live.close().catch(() => {});
  }
  console.log(`  ${moments.length} kills: ${done} notes; ${beyond} were kept before the page said so`);
});

// note writes a note to the row where the person is, and returns what the page says.
async function note(page, review, text) {
  await review.evaluate(() => (document.getElementById("said").textContent = ""));
  await page.keyboard.press("c");
  await review.waitForSelector("#noting[open]");
  await review.fill("#noting-text", text);
  await page.keyboard.press("Control+Enter");
  await review.waitForFunction(() => document.getElementById("said").textContent || !document.getElementById("noting-fault").hidden);
  return review.evaluate(() => document.getElementById("said").textContent || document.getElementById("noting-fault").textContent);
}

test("a full storage loses nothing that was said to be saved, and is said", limit, async () => {
  const page = await visit(await context());
  const review = await align(page, file(report));
  assert.match(await note(page, review, "before"), /note saved/);
  const tools = await page.context().newCDPSession(page);
  const { usage } = await tools.send("Storage.getUsageAndQuota", { origin: new URL(site.address).origin });
  await tools.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: usage + 200000 });
  let saved = "before", last = "";
  for (let k = 0; k < 40 && !last; k++) {
    const text = `note ${k} ` + "x".repeat(50000);
    const answer = await note(page, review, text);
    if (/note saved/.test(answer)) saved = text;
    else last = answer;
  }
  assert.match(last, /space|full|storage/i, "the page says why");
  console.log("  the page says: " + last);
  await tools.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin });
  await page.reload();
  const again = await reviewed(page);
  await page.keyboard.press("c");
  await again.waitForSelector("#noting[open]");
  assert.equal(await again.inputValue("#noting-text"), saved);
  // There is space again, and the work goes on.
  await page.keyboard.press("Escape");
  assert.match(await note(page, again, "after"), /note saved/);
  await page.context().close();
});

test("documents for which there is no space are refused, and nothing of them is kept", limit, async () => {
  const page = await visit(await context());
  const tools = await page.context().newCDPSession(page);
  const { usage } = await tools.send("Storage.getUsageAndQuota", { origin: new URL(site.address).origin });
  await tools.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: usage + 100000 });
  await page.setInputFiles("#files", [file("big.txt", "One sentence of a long text. ".repeat(40000))]);
  await page.click("#go");
  await page.waitForSelector("#fault:not([hidden])");
  assert.match(await page.textContent("#fault"), /no more space/);
  await page.waitForFunction(() => !document.querySelector("#reviews li"));
  await page.context().close();
});
