// Every kind of document in the browser gives the bytes that the program gives, and none can do harm.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { count, file, go, memory, open, program, report, root, rows, said, start, stop } from "./session.js";
import { align, begin, browser, context, end, refused, take, visit } from "./visit.js";

const limit = { timeout: 300000 };
before(begin);
after(stop);
after(end);

const texts = join(root, "testdata/report");
const exported = (format, ...args) => execFileSync(program, ["review", "--export", "all", "--format", format, ...args], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });

// zip returns an archive of files.
function zip(files) {
  const parts = [], index = [];
  let at = 0;
  for (const [name, data] of Object.entries(files)) {
    const bytes = Buffer.from(data), packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0), head.writeUInt16LE(8, 4), head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14), head.writeUInt32LE(bytes.length, 18), head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed);
    index.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, place.subarray(0, 14), Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const size = index.reduce((n, b) => n + b.length, 0), last = Buffer.alloc(18);
  last.writeUInt16LE(Object.keys(files).length, 4), last.writeUInt16LE(Object.keys(files).length, 6);
  last.writeUInt32LE(size, 8), last.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...index, Buffer.from("PK\x05\x06"), last]);
}

// docx returns a Word document with a paragraph for each line of a text.
function docx(text) {
  const plain = (s) => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text.split("\n").filter(Boolean).map((l) => `<w:p><w:r><w:t xml:space="preserve">${plain(l)}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
  });
}
function write(name, bytes) {
  const path = file(name, "");
  writeFileSync(path, bytes);
  return path;
}

test("a pair of Word documents, four languages and each kind of document: the bytes of the program", limit, async () => {
  const own = await context();
  const text = (lang) => readFileSync(join(texts, `report.${lang}.txt`), "utf8");
  const sets = {
    "two DOCX": [write("a.es.docx", docx(text("es"))), write("a.fr.docx", docx(text("fr")))],
    "four languages": ["es", "fr", "ru", "zh"].map((l) => file(join(texts, `report.${l}.txt`))),
  };
  for (const kind of ["docx", "odt", "html", "md", "windows-1256.txt", "utf-16le.txt"]) sets[kind] = [file(join(texts, "formats/report." + kind))];
  for (const [name, paths] of Object.entries(sets)) {
    const page = await visit(own);
    const review = await align(page, ...paths);
    if (name === "four languages") assert.equal((await review.$$(".names .name")).length, 4);
    for (const format of ["tmx", "xlsx", "html", ...(paths.length > 2 ? [] : ["xliff", "xliff12", "tsv"])]) {
      const { bytes } = await take(page, review, format);
      assert.ok(bytes.equals(exported(format, ...paths)), `${name}: ${format}`);
    }
    assert.deepEqual(page.faults, [], name);
    await page.close();
  }
  await own.close();
});

test("a memory is opened, cleaned and taken away", limit, async () => {
  const page = await visit(await context());
  const path = file("m.tmx", memory([["The river rose in May.", "La rivière monta en mai."], ["Nothing is left.", "Il reste 12 ponts."], ["The bridge is old.", "Le pont est vieux."]]));
  const review = await align(page, path);
  assert.equal((await rows(review)).length, 3);
  await go(review, 2);
  await page.keyboard.press("x");
  await said(review, "not a translation");
  const { bytes } = await take(page, review, "tmx");
  assert.equal(bytes.toString().match(/<tu /g).length, 2);
  assert.doesNotMatch(bytes.toString(), /12 ponts/);
  await page.context().close();
});

// A review that was begun with the program goes on in the browser.
test("a journal of the program is opened with its document", limit, async () => {
  const path = file(report);
  const server = await start(path);
  const native = await open(browser, server.address);
  await native.keyboard.press("a");
  await said(native, "approved");
  await native.context().close();
  await server.kill();
  const page = await visit(await context());
  const review = await align(page, path, path + ".review");
  assert.equal(await count(review, "approved"), 1);
  await go(review, 2); // row 1 is approved already
  await page.keyboard.press("a");
  await said(review, "Row 2: approved");
  // The counts come a moment after the message.
  await review.waitForFunction(() => document.querySelector('[data-filter="approved"] .count').textContent === "2");
  await page.context().close();
});

// Documents that were made to do harm are refused like broken ones, and the page stays.
test("hostile documents are refused", limit, async () => {
  const page = await visit(await context());
  const deep = "<div>".repeat(200000);
  const hostile = {
    "bomb.docx": zip({ "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:p/>".repeat(1 << 25)}</w:body></w:document>` }),
    "deep.html": Buffer.from(deep),
    "broken.docx": Buffer.from("PK\x03\x04" + "x".repeat(1000)),
    "entities.tmx": Buffer.from(`<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>`),
    "noise.txt": Buffer.from(Array.from({ length: 100000 }, (_, i) => (i * 7919) % 251)),
    "nothing.txt": Buffer.alloc(0),
  };
  for (const [name, bytes] of Object.entries(hostile)) {
    const begun = performance.now();
    const fault = await refused(page, write(name, bytes));
    console.log(`  ${name}, ${bytes.length} bytes: ${Math.round(performance.now() - begun)} ms: ${fault.slice(0, 150).replaceAll("\n", " ")}`);
    assert.ok(fault.length > 10, name);
    assert.doesNotMatch(fault, /^bitext: |\/documents\//m, name);
  }
  await page.waitForFunction(() => !document.querySelector("#reviews li"));
  // Markup in a document is text, in names too.
  const review = await align(page, write("<img src=x onerror=fail()>.en-fr.txt", Buffer.from("The <b>river</b> rose in the valley of the kings.\nLa <b>rivière</b> monta dans la vallée des rois.\n<script>fail()</script> is written on the wall of the old house.\n<script>fail()</script> est écrit sur le mur de la vieille maison.\n")));
  assert.equal((await review.$$("#grid img, #grid script, #grid b")).length, 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("work can be stopped, and a review is open in one window only", limit, async () => {
  const own = await context();
  const page = await visit(own);
  const text = readFileSync(join(texts, "report.fr.txt"), "utf8"), other = readFileSync(join(texts, "report.es.txt"), "utf8");
  await page.setInputFiles("#files", [file("long.fr.txt", text.repeat(60)), file("long.es.txt", other.repeat(60))]);
  await page.click("#go");
  await page.click("#stop");
  await page.waitForSelector("#start:not([hidden])");
  await page.waitForFunction(() => !document.querySelector("#reviews li"));
  const review = await align(page, file(report));
  const second = await own.newPage();
  await second.goto(page.url());
  await second.waitForSelector("#fault:not([hidden])");
  assert.match(await second.textContent("#fault"), /another window/);
  await page.keyboard.press("a");
  await said(review, "approved");
  await own.close();
});
