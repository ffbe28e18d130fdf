import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, settled } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const count = (page, selector) => page.locator(selector).count();
const summary = async (page) => (await page.locator("#summary strong").textContent()).trim();
const parameters = (page) => Object.fromEntries(new URL(page.url()).searchParams);

test("a search shows passages under their document, with date, source and marks", async () => {
  const page = await site.page();
  await page.goto("/");
  await page.fill("#q", 'commentary "harbour treaty"');
  await page.press("#q", "Enter");
  await page.waitForURL(/\/search\?q=/);
  const found = page.locator(".found").first();
  assert.equal(await found.locator("h3").textContent(), "A commentary on the harbour treaty");
  assert.match(await found.locator(".facts").textContent(), /9\s+March\s+2016.*Pilots' Review.*Ana Obala.*English/);
  assert.deepEqual(new Set(await found.locator(".hit .text mark").allTextContents()), new Set(["harbour treaty"]));
  assert.deepEqual(page.wrongs, []);
});

test("a year is brushed with the mouse, and mentions narrow it further", async () => {
  const page = await site.page();
  await page.goto("/search?q=harbour");
  const all = await summary(page);
  const bars = page.locator('[data-histogram="published"] .bars');
  const from = await bars.locator('a[data-range="2013"]').boundingBox();
  const to = await bars.locator('a[data-range="2016"]').boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 5 });
  assert.equal(await page.locator(".brushed").textContent(), "2013 – 2016");
  await page.mouse.up();
  await page.waitForURL(/published=2013\.\.2016/);
  await settled(page);
  const narrowed = await summary(page);
  assert.notEqual(narrowed, all);
  assert.equal(await page.locator(".chip .what").first().textContent(), "Published");
  const dates = await page.locator(".found .published").allTextContents();
  assert.ok(dates.length > 0);
  for (const date of dates) assert.match(date, /201[3-6]/);

  const mentioned = page.locator('[data-histogram="mentioned"] .bars a[data-range="2019"]');
  assert.match(await mentioned.getAttribute("aria-label"), /^2019: \d+ of \d+ passages, \d+ of \d+ documents$/);
  const passages = Number((await mentioned.getAttribute("aria-label")).match(/^2019: (\d+) of/)[1]);
  await mentioned.click();
  await page.waitForURL(/mentioned=2019/);
  await settled(page);
  assert.deepEqual(parameters(page), { q: "harbour", published: "2013..2016", mentioned: "2019" });
  assert.match(await summary(page), new RegExp(`^${passages} passage`));

  await page.goBack();
  await page.waitForFunction((text) => document.querySelector("#summary strong").textContent === text, narrowed);
  await page.locator(".chip").first().click();
  await page.waitForFunction((text) => document.querySelector("#summary strong").textContent === text, all);
  assert.deepEqual(parameters(page), { q: "harbour" });
  assert.deepEqual(page.wrongs, []);
});

test("an edge of what is chosen is dragged", async () => {
  const page = await site.page();
  await page.goto("/search?q=harbour&published=2013..2016");
  const bars = page.locator('[data-histogram="published"] .bars');
  const last = await bars.locator('a[data-range="2016"]').boundingBox();
  const wider = await bars.locator('a[data-range="2018"]').boundingBox();
  await page.mouse.move(last.x + last.width, last.y + 20);
  await page.mouse.down();
  await page.mouse.move(wider.x + wider.width / 2, wider.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/published=2013\.\.2018/);
});

test("a finger brushes as the mouse does", async () => {
  const page = await site.page({ hasTouch: true, width: 800 });
  await page.goto("/search?q=harbour");
  await page.locator("label[for=fold]").click();
  const bars = page.locator('[data-histogram="published"] .bars');
  const from = await bars.locator('a[data-range="2019"]').boundingBox();
  const to = await bars.locator('a[data-range="2022"]').boundingBox();
  const touch = await page.context().newCDPSession(page);
  const at = (box) => [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: from.x + 12, y: from.y + from.height / 2 }] });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(to) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForURL(/published=2019\.\.2022/);
});

test("the numbers of a histogram are those of its table, and of the search that a bar leads to", async () => {
  const page = await site.page();
  await page.goto("/search?q=treaty");
  const rows = await page.locator('[data-histogram="published"] tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const bars = await page.locator('[data-histogram="published"] .bars [aria-label]').evaluateAll((all) => all.map((bar) => bar.getAttribute("aria-label")));
  assert.equal(rows.length, bars.length);
  assert.ok(rows.length > 10);
  rows.forEach(([unit, passages, documents], i) => assert.match(bars[i], new RegExp(`^${unit}: ${passages} passages?, ${documents} documents?`)));
  const [year, passages, documents] = rows.find(([, , d]) => Number(d) > 1);
  await page.goto(`/search?q=treaty&published=${year}`);
  assert.equal(await summary(page), `${passages} passages in ${documents} documents`);
});

test("facets take in several values, and sort, grouping and pages stand in the address", async () => {
  const page = await site.page();
  await page.goto("/search?q=treaty");
  const values = page.locator('section[aria-labelledby="source-facet"] li a');
  await values.filter({ hasText: "Port Authority" }).click();
  await page.waitForURL(/source=Port/);
  await settled(page);
  const one = await summary(page);
  await values.filter({ hasText: "Pilots' Review" }).click();
  await page.waitForURL(/source=.*source=/);
  await settled(page);
  assert.notEqual(await summary(page), one);
  assert.equal(await count(page, '[aria-labelledby="source-facet"] a[aria-current]'), 2);
  await page.locator(".orders a", { hasText: "newest" }).click();
  await page.waitForURL(/sort=newest/);
  await settled(page);
  const dates = await page.locator(".found .published").allTextContents();
  assert.match(dates[0], /2024/);
  await page.locator('.pager a[rel="next"]').click();
  await page.waitForURL(/page=2/);
  await settled(page);
  assert.equal(await page.locator(".hit").first().getAttribute("id"), "hit-21");
  await page.locator(".orders a", { hasText: "documents" }).click();
  await page.waitForURL(/by=document/);
  assert.equal(parameters(page).page, undefined);
  assert.deepEqual(page.wrongs, []);
});

test("what was not understood is shown at its place", async () => {
  const page = await site.page();
  await page.goto("/search?q=harbour+published:2023-13");
  const [query, caret] = (await page.locator(".problems pre").textContent()).split("\n");
  assert.equal(query, "harbour published:2023-13");
  assert.equal(caret.indexOf("^"), query.indexOf("2023-13") - "published:".length);
  assert.match(await page.locator(".problems p").textContent(), /there is no month 13/);
  await page.goto("/search?q=harbour&published=nonsense");
  assert.match(await page.locator(".problems").textContent(), /published:nonsense/);
  assert.ok((await count(page, ".hit")) > 0);
});

test("where nothing is found, the word and the filter to blame are one click from something", async () => {
  const page = await site.page();
  await page.goto("/search?q=%22harbour+treaty%22+%2Bxylophone");
  assert.match(await page.locator(".nothing").textContent(), /xylophone is found nowhere/);
  await page.locator(".nothing li", { hasText: "xylophone" }).locator("a").click();
  await page.waitForURL(/\?q=%22harbour\+treaty%22$/);
  await settled(page);
  assert.ok((await count(page, ".hit")) > 0);
  await page.goto("/search?q=harbour&published=1850");
  assert.match(await page.locator(".nothing").textContent(), /Published 1850 leaves nothing/);
  await page.locator(".nothing .ways a").click();
  await page.waitForURL(/\?q=harbour$/);
});

test("the scheme is switched and remembered", async () => {
  const page = await site.page({ colorScheme: "light" });
  await page.goto("/search?q=harbour");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.locator("button.scheme").click();
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await paper(), dark);
  await page.locator("button.scheme").click();
  assert.equal(await paper(), light);
});

test("at 360 pixels nothing is cut off, and reading is its own page", async () => {
  const page = await site.page({ width: 360, height: 740 });
  for (const address of ["/", "/search?q=harbour&published=2013..2016", "/search?q=xylophone", "/help"]) {
    await page.goto(address);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, address);
  }
  await page.goto("/search?q=harbour+commentary");
  assert.equal(await page.locator(".bars").first().isVisible(), false);
  await page.locator("label[for=fold]").click();
  assert.equal(await page.locator(".bars").first().isVisible(), true);
  await page.locator(".found h3 a").first().click();
  await page.waitForURL(/\/documents\//);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  assert.ok((await count(page, ".document-text mark")) > 0);
});
