// What holds for every page: no violation that axe-core finds, no script of a document, little weight.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HOSTILE } from "./documents.mjs";
import { axe, openSite } from "./site.mjs";

let site;
let document; // the long one
before(async () => {
  site = await openSite();
  const page = await site.page();
  await page.goto("/search?q=commentary");
  document = await page.locator(".found").first().getAttribute("data-document");
});
after(() => site.close());

const pages = () => ({
  front: "/",
  hits: "/search?q=harbour+treaty",
  narrowed: "/search?q=harbour&published=2013..2016&mentioned=2019&source=Port+Authority&all=source",
  zoomed: "/search?q=harbour&published=2013..2014&published-view=2013",
  beside: `/search?q=harbour&open=${document}`,
  problems: "/search?q=(harbour+published:2023-13&mentioned=x",
  nothing: "/search?q=harbour+%2Bxylophone&published=2013",
  reading: `/documents/${document}?q=harbour+treaty`,
  unmarked: `/documents/${document}`,
  citation: `/cite/${encodeURIComponent(`${document}#0`)}`,
  help: "/help",
  missing: "/documents/nosuchdocument",
  nowhere: "/no/such/page",
});

for (const scheme of ["light", "dark"]) {
  test(`axe-core finds no violation on any page, ${scheme}`, async (t) => {
    for (const [name, address] of Object.entries(pages())) {
      for (const width of [1440, 360]) {
        await t.test(`${name} at ${width}`, async () => {
          const page = await site.page({ width, colorScheme: scheme });
          await page.goto(address);
          const fold = page.locator("label[for=fold]");
          if (await fold.isVisible().catch(() => false)) await fold.click();
          for (const summary of await page.locator("summary").all()) if (await summary.isVisible()) await summary.click();
          assert.deepEqual(await axe(page), []);
          await page.context().close();
        });
      }
    }
  });
}

test("no script of a document ever runs", async () => {
  const page = await site.page();
  const untouched = async (where) => {
    assert.equal(await page.evaluate(() => window.ran), undefined, where);
    assert.deepEqual(page.wrongs, [], where);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("*:not(.tip)")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on") || n === "style")).map((e) => e.outerHTML.slice(0, 99))), [], where);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("script, iframe, img, a[href^='javascript' i], a[href^='data' i]")].map((e) => e.outerHTML).filter((html) => !/^<script (type="module" )?src="\/assets\//.test(html))), [], where);
  };
  await page.goto("/search?q=harbour&published=2014");
  await untouched("narrowed");
  await page.goto("/search?q=harbour&sort=oldest");
  const hostile = [];
  for (let number = 1; (await page.locator(".found").count()) > 0; number++) {
    await page.goto(`/search?q=harbour&page=${number}&all=source`);
    await untouched(`page ${number}`);
    const all = await page.locator(".found").evaluateAll((found) => found.filter((e) => /script|onerror|window|iframe/.test(e.textContent)).map((e) => e.dataset.document));
    hostile.push(...all);
  }
  assert.ok(new Set(hostile).size >= HOSTILE.length, `found ${hostile.length} of them`);
  for (const id of new Set(hostile)) {
    await page.goto(`/documents/${id}?q=harbour`);
    await page.mouse.move(300, 300);
    for (const link of await page.locator("main a, main time").all()) await link.hover({ trial: false, timeout: 500 }).catch(() => {});
    await untouched(id);
    await page.goto(`/search?q=harbour&open=${id}`);
    await untouched(`${id} beside the hits`);
    await page.goto(`/cite/${encodeURIComponent(`${id}#0`)}`);
    await untouched(`${id} cited`);
  }
  for (const attack of ['"><script>window.ran=1</script>', "'onfocus=window.ran=1 autofocus='", "</title><svg onload=window.ran=1>", "javascript:window.ran=1"]) {
    const typed = encodeURIComponent(attack);
    for (const name of ["q", "published", "source", "open", "published-view", "sort", "all", "page"]) {
      await page.goto(`/search?q=harbour&${name}=${typed}`);
      await untouched(`${name}=${attack}`);
    }
    await page.goto(`/documents/${typed}?q=${typed}`);
    await untouched(`document ${attack}`);
  }
});

test("a page with hits is light, and asks nobody else", async (t) => {
  const paints = [];
  const weights = [];
  for (let i = 0; i < 5; i++) {
    const page = await site.page();
    const bodies = [];
    page.on("response", (response) => bodies.push(response.body()));
    await page.goto("/search?q=harbour+treaty", { waitUntil: "networkidle" });
    weights.push((await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0));
    paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
    assert.deepEqual(page.wrongs, []);
    await page.context().close();
  }
  t.diagnostic(`weight ${(weights[0] / 1000).toFixed(1)} kB; first contentful paint ${paints.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  for (const weight of weights) assert.ok(weight > 10_000 && weight < 150_000, `${weight} bytes`);
});
