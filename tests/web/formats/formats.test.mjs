// What the program writes, read back by parsers of others.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import { Validator } from "@seriousme/openapi-schema-validator";

const program = process.env.DOSSIER_PROGRAM;
const folder = mkdtempSync(join(tmpdir(), "dossier-formats-"));
after(() => rmSync(folder, { recursive: true, force: true }));

// Titles that formats have to guard against; the word "treaty" finds them all.
const documents = [
  { id: "plain", title: "The treaty of the river", author: "Doe, Jane; Roe, Rick", source: "Board of Rivers and Lakes", date: "2013-05-24", url: "https://example.org/river?a=1&b=2", language: "en" },
  { id: "braces", title: "Treaty {A} of 50% & B_C #1 $x^2~y \\end{a}", author: "Ministry of Trade and Industry", date: "2013-05" },
  { id: "open", title: "Treaty with an open { and \"quotes\"", source: "A {B", date: "2013" },
  { id: "lines", title: "Treaty\nER  - \nTY  - BOOK", author: "A\nB", date: "1998-01-02" },
  { id: "letters", title: "Споразум о миру — Sporazum Đinđić ‘treaty’ 条約", author: "Đinđić, Zoran", language: "sr" },
  { id: "a/b c,d}", title: "Treaty <b>&amp; \u202eevil</b>" },
].map((document) => ({ ...document, text: "This treaty was signed by both." }));

const run = (...args) => {
  const done = spawnSync(program, [args[0], "--index", join(folder, "index"), ...args.slice(1)], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
};
const search = (format) => run("search", "treaty", "-n", "100", "--by", "document", "--format", format);
// As the program reads and writes a text on one line.
const oneLine = (text) => (text ?? "").replace(/\u202e/g, "").replace(/\s+/g, " ").trim();
const key = (id) => "dossier-" + id.replace(/[^A-Za-z0-9-]/g, (c) => "_" + c.charCodeAt(0).toString(16));
const names = (author) => oneLine(author).split(";").map((name) => name.trim()).filter(Boolean);
const inParts = (name) => (name.split(",").length === 2 ? { family: name.split(",")[0].trim(), given: name.split(",")[1].trim() } : null);

before(() => {
  writeFileSync(join(folder, "documents.jsonl"), documents.map((document) => JSON.stringify(document)).join("\n"));
  run("index", join(folder, "documents.jsonl"));
});

test("BibTeX gives back what was put in", () => {
  const { entries, errors } = parse(search("bibtex"), { sentenceCase: false });
  assert.deepEqual(errors, []);
  assert.equal(entries.length, documents.length);
  for (const document of documents) {
    const { fields } = entries.find((entry) => entry.key === key(document.id));
    assert.equal(fields.title, oneLine(document.title));
    assert.equal(fields.publisher?.[0] ?? "", oneLine(document.source));
    assert.equal(fields.date ?? "", document.date ?? "");
    assert.deepEqual(
      (fields.author ?? []).map((name) => (name.name ?? { family: name.lastName, given: name.firstName })),
      names(document.author).map((name) => inParts(name) ?? name),
    );
    if (document.url) assert.equal(fields.url, document.url);
  }
});

test("RIS gives back what was put in", () => {
  const cited = new Cite(search("ris"), { forceType: "@ris/file" }).data;
  assert.equal(cited.length, documents.length);
  for (const document of documents) {
    const item = cited.find((one) => one.id === key(document.id) || one["citation-label"] === key(document.id));
    assert.ok(item, `${document.id} among ${cited.map((one) => one.id)}`);
    assert.equal(item.title, oneLine(document.title));
    assert.equal(item.publisher ?? "", oneLine(document.source));
    assert.deepEqual(item.issued?.["date-parts"]?.[0] ?? [], (document.date ?? "").split("-").filter(Boolean).map(Number));
    if (document.url) assert.equal(item.URL, document.url);
  }
});

test("CSL-JSON is taken by a citation processor", () => {
  const cite = new Cite(JSON.parse(search("csl-json")));
  assert.equal(cite.data.length, documents.length);
  for (const document of documents) {
    const item = cite.data.find((one) => one.id === key(document.id));
    assert.equal(item.title, oneLine(document.title));
    assert.deepEqual(item.author ?? [], names(document.author).map((name) => inParts(name) ?? { literal: name }));
  }
  const printed = cite.format("bibliography", { template: "apa", format: "text" });
  assert.match(printed, /Doe, J\., & Roe, R\. \(2013, May 24\)\. The treaty of the river/);
});

test("the description of the API is valid OpenAPI 3.1", async () => {
  const server = spawn(program, ["serve", "--index", join(folder, "index"), "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const address = await new Promise((resolve) => {
      server.stderr.on("data", (bytes) => {
        const found = String(bytes).match(/http:\/\/[^\s/]+/);
        if (found) resolve(found[0]);
      });
    });
    const description = await (await fetch(`${address}/api/openapi.json`)).json();
    const result = await new Validator().validate(description);
    assert.ok(result.valid, JSON.stringify(result.errors));
    assert.equal(description.openapi, "3.1.0");
  } finally {
    server.kill("SIGTERM");
  }
});
