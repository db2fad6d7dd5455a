// Takes the picture of the review page for README.md, with the project's own report.
//
//   BITEXT=PROGRAM node scripts/browser/picture.js docs/review.png
import { browse, file, open, report, start, stop } from "./session.js";

const server = await start(file(report));
const browser = await browse();
const page = await open(browser, server.address, { viewport: { width: 1366, height: 850 } });
const said = (words) => page.waitForFunction((w) => document.getElementById("said").textContent.includes(w), words);
await page.keyboard.press("x");
await said("not a translation");
await page.click("#grid .row[id] >> nth=2");
await page.keyboard.press("a");
await said("Row 3: approved");
await page.keyboard.press("a");
await said("Row 4: approved");
await page.waitForFunction(() => document.querySelector(".row.current .number").textContent === "5");
await page.waitForTimeout(500);
await page.screenshot({ path: process.argv[2] });
await browser.close();
stop();
