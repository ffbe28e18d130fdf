import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, settled } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const commentary = "/search?q=commentary+%22harbour+treaty%22";

test("a hit opens beside the list, at its place, and back closes it", async () => {
  const page = await site.page();
  await page.goto(commentary);
  const id = await page.locator(".found").first().getAttribute("data-document");
  await page.locator(".hit a.read").first().click();
  await page.waitForURL(new RegExp(`open=${id}#p\\d+$`));
  await settled(page);
  const place = new URL(page.url()).hash;
  assert.ok(await page.locator(`#pane ${place}`).isVisible());
  assert.equal(await page.locator("#pane h2.title").textContent(), "A commentary on the harbour treaty");
  assert.ok(await page.locator(".found").first().isVisible());
  await page.reload();
  assert.ok(await page.locator("#pane .reading").isVisible());
  await page.goBack();
  await page.locator("#pane .reading").waitFor({ state: "detached" });
  assert.deepEqual(page.wrongs, []);
});

test("matches are walked in both directions", async () => {
  const page = await site.page();
  await page.goto("/search?q=commentary+harbour");
  await page.locator(".hit a.read").first().click();
  await page.locator("#pane .matches .next").waitFor();
  const marks = await page.locator("#pane .document-text mark").count();
  assert.ok(marks > 1);
  const said = () => page.locator("#pane .matches .count").textContent();
  await page.locator("#pane .matches .next").click();
  assert.equal(await said(), `match 1 of ${marks}`);
  await page.keyboard.press("n");
  assert.equal(await said(), `match 2 of ${marks}`);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.equal(await said(), `match ${marks} of ${marks}`);
  assert.equal(await page.locator("mark.now").count(), 1);
  assert.ok(await page.locator("mark.now").isVisible());
});

test("dates are explained on hover and on focus", async () => {
  const page = await site.page();
  await page.goto(commentary);
  await page.locator(".hit a.read").first().click();
  const relative = page.locator("#pane time", { hasText: "A year later" });
  await relative.scrollIntoViewIfNeeded();
  await relative.hover();
  assert.match(await page.locator(".tip").textContent(), /2000 \(relative to 1999-06-03/);
  await page.mouse.move(5, 5);
  const signed = page.locator("#pane time", { hasText: "3 June 1999" });
  await signed.focus();
  assert.match(await page.locator(".tip").textContent(), /3\s+June\s+1999 \(explicit\)/);
  assert.equal(await signed.getAttribute("datetime"), "1999-06-03");
});

test("the outline leads to its headings", async () => {
  const page = await site.page({ width: 800 });
  await page.goto(commentary);
  await page.locator(".found h3 a").first().click();
  await page.waitForURL(/\/documents\//);
  await page.locator(".outline summary").click();
  await page.locator(".outline a", { hasText: "The last clause" }).click();
  const place = page.locator(new URL(page.url()).hash);
  assert.match(await place.textContent(), /Any party may leave/);
  assert.ok(await place.isVisible());
});

test("a passage is copied as a citation, and shown in each format", async () => {
  const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(commentary);
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await page.locator(".toast").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /harbour treaty was signed/);
  for (const part of ["Ana Obala", "A commentary on the harbour treaty", "Pilots' Review", "2016", "/documents/"]) assert.ok(copied.includes(part), `${part} in ${copied}`);
  await page.locator(".hit a.cite").first().click();
  await page.locator("dialog .citations").waitFor();
  const plain = await page.locator('dialog pre[data-format="plain"]').textContent();
  assert.equal(plain, copied);
  const bibtex = await page.locator('dialog pre[data-format="bibtex"]').textContent();
  assert.match(bibtex, /^@\w+\{/);
  assert.match(await page.locator('dialog pre[data-format="ris"]').textContent(), /^TY {2}- /);
  assert.equal(JSON.parse(await page.locator('dialog pre[data-format="csl-json"]').textContent())[0].title, "A commentary on the harbour treaty");
  await page.getByRole("button", { name: "Copy as BibTeX" }).click();
  await page.waitForFunction((text) => navigator.clipboard.readText().then((copy) => copy === text), bibtex);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(page.wrongs, []);
});

test("the keyboard alone searches, brushes, reads and leaves", async () => {
  const page = await site.page();
  await page.goto("/search?q=harbour");
  await page.keyboard.press("/");
  await page.keyboard.type("treaty commentary");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=treaty\+commentary/);
  await settled(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement.id), "hit-1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/open=/);
  await page.locator("#pane .reading").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#pane .reading").waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.locator("dialog #help").waitFor();
  await page.keyboard.press("Escape");

  await page.goto("/search?q=harbour");
  await page.locator('[data-histogram="published"] .bars a[tabindex="0"]').focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  const bars = await page.locator('[data-histogram="published"] .bars a[data-range]').evaluateAll((all) => all.map((bar) => bar.dataset.range));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("published") === `${bars.at(-3)}..${bars.at(-1)}`);
  await settled(page);
  await page.keyboard.press("+");
  await page.waitForURL(/published-view=/);
  await page.keyboard.press("t");
  assert.ok(await page.locator(".numbers table").first().isVisible());
  assert.deepEqual(page.wrongs, []);
});
