// Takes the picture of the review page for README.md, with the project's own report.
//
//   BITEXT=PROGRAM node scripts/browser/picture.js docs/review.png
import { browse, clickBefore, file, go, open, press, report, said, start, stop } from "./session.js";

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
await page.screenshot({ path: process.argv[2] });
await browser.close();
stop();
process.exit(0);
