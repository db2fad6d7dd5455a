// Takes the pictures of the review page in README.md, of the report of this project: the page, and one correction in steps.
//
//   BITEXT=PROGRAM node scripts/browser/picture.js docs/review.png docs/review-steps.png
import { browse, clickBefore, file, go, open, press, report, said, start, stop } from "./session.js";

const [whole, steps] = process.argv.slice(2);
const server = await start(file(report));
const browser = await browse();
const page = await open(browser, server.address, { viewport: { width: 1366, height: 800 } });
await go(page, 1);
await press(page, "x");
await said(page, "not a translation");
await go(page, 3);
for (const row of [3, 4]) {
  await press(page, "a");
  await said(page, `Row ${row}: approved`);
}
await go(page, 8);
await clickBefore(page, "Only five States");
await page.waitForTimeout(500);
await page.screenshot({ path: whole });
if (steps) {
  // Each step shows the rows around the corrected one.
  await page.setViewportSize({ width: 1000, height: 800 });
  const shots = [];
  const shot = async (caption) => {
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    const { top, bottom } = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".row[id]")];
      const at = rows.findIndex((r) => r.querySelector(".number").textContent === "8");
      return { top: rows[at].getBoundingClientRect().top - 1, bottom: rows[at + 1].getBoundingClientRect().bottom + 1 };
    });
    const png = await page.screenshot({ clip: { x: 0, y: top, width: 1000, height: bottom - top } });
    shots.push([caption, png.toString("base64")]);
  };
  await clickBefore(page, "بيد أن خمس");
  await clickBefore(page, "Only five States");
  await shot("1. A click in each text sets a caret.");
  await press(page, "s");
  await said(page, "split");
  await shot("2. s splits the row there.");
  await press(page, "a");
  await said(page, "approved");
  await shot("3. a approves it and moves on.");
  const sheet = await (await browser.newContext({ viewport: { width: 1032, height: 100 } })).newPage();
  await sheet.setContent(`<body style="margin:0;padding:8px 16px 16px;background:#fbfaf8;font:600 15px 'Noto Sans',sans-serif;color:#1d1c1a">` +
    shots.map(([caption, png]) => `<p style="margin:10px 0 5px">${caption}</p><img style="display:block;border:1px solid #e4e0d9" src="data:image/png;base64,${png}">`).join(""));
  await sheet.waitForTimeout(300);
  await sheet.screenshot({ path: steps, fullPage: true });
}
await browser.close();
stop();
process.exit(0);
