import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test("searching, filtering, paging and reading need no script", async () => {
  const page = await site.page({ scripts: false, width: 1024 });
  await page.goto("/");
  await page.fill("#q", "harbour treaty");
  await page.press("#q", "Enter");
  assert.match(page.url(), /\/search\?q=harbour\+treaty/);
  assert.ok((await page.locator(".hit").count()) > 0);
  await page.locator('[data-histogram="published"] .bars a[data-range="2016"]').click();
  assert.match(page.url(), /published=2016/);
  assert.match(await page.locator(".chip").textContent(), /Published 2016/);
  await page.locator(".chip").click();
  assert.doesNotMatch(page.url(), /published/);
  await page.locator("#published-range").fill("2013..2016");
  await page.locator("#published-range").press("Enter");
  assert.match(page.url(), /published=2013\.\.2016/);
  await page.locator('[data-histogram="published"] .tools a', { hasText: "+" }).click();
  assert.match(page.url(), /published-view=2013\.\.2016/);
  assert.match(await page.locator("#published-title").textContent(), /by month/);
  await page.goto("/search?q=treaty");
  await page.locator('.pager a[rel="next"]').click();
  assert.equal(await page.locator(".hit").first().getAttribute("id"), "hit-21");
  await page.goto("/search?q=commentary");
  await page.locator(".found h3 a").first().click();
  assert.match(page.url(), /\/documents\/[^?]+\?q=commentary#p\d+/);
  await page.goto(page.url().replace("q=commentary", "q=harbour"));
  const places = page.locator(".matches .places a");
  assert.ok((await places.count()) > 1);
  await places.last().click();
  assert.match(await page.locator(new URL(page.url()).hash).textContent(), /harbour/i);
  await page.locator(".passage a.cite").first().click();
  assert.match(await page.locator("pre").first().textContent(), /Ana Obala/);
});

test("a document beside the hits is there without a script, too, and stands alone where there is no room", async () => {
  const page = await site.page({ scripts: false });
  await page.goto("/search?q=commentary");
  const id = await page.locator(".found").first().getAttribute("data-document");
  await page.goto(`/search?q=commentary&open=${id}`);
  assert.ok(await page.locator("#pane .reading").isVisible());
  assert.ok(await page.locator(".found").first().isVisible());
  await page.setViewportSize({ width: 800, height: 900 });
  assert.ok(await page.locator("#pane .reading").isVisible());
  assert.equal(await page.locator(".found").first().isVisible(), false);
  await page.locator("#pane .close").click();
  assert.ok(await page.locator(".found").first().isVisible());
});
