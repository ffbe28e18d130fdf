// The real server over an index of documents.mjs, and a browser to look at it. One of each for a test file.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { writeDocuments } from "./documents.mjs";

const program = process.env.DOSSIER_PROGRAM;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function serve(index) {
  const server = spawn(program, ["serve", "--index", index, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^\s/]+/);
      if (found) resolve(found[0]);
    });
    server.on("exit", (code) => reject(new Error(`dossier serve ended with ${code}: ${said}`)));
  });
  return { server, address };
}

export async function openSite() {
  const folder = mkdtempSync(join(tmpdir(), "dossier-browser-"));
  writeDocuments(join(folder, "documents"));
  const index = join(folder, "index");
  const indexed = spawnSync(program, ["index", "--index", index, join(folder, "documents")], { encoding: "utf8" });
  if (indexed.status !== 0) throw new Error(`dossier index: ${indexed.stderr}`);
  const { server, address } = await serve(index);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  return {
    address,
    // A page that has seen nothing before. What it runs or asks for against the rules is in `page.wrongs`.
    async page({ width = 1440, height = 900, scripts = true, ...options } = {}) {
      const context = await browser.newContext({ baseURL: address, viewport: { width, height }, javaScriptEnabled: scripts, ...options });
      const page = await context.newPage();
      page.wrongs = [];
      page.on("dialog", (dialog) => (page.wrongs.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
      page.on("pageerror", (error) => page.wrongs.push(`error: ${error.message}`));
      page.on("console", (message) => message.type() === "error" && !/404|503/.test(message.text()) && page.wrongs.push(message.text()));
      page.on("request", (request) => !request.url().startsWith(address) && page.wrongs.push(`request: ${request.url()}`));
      return page;
    },
    async close() {
      await browser.close();
      server.removeAllListeners("exit");
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// What axe-core finds wrong, each with the element. Evaluated, for the page's own rules let no script in.
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.any.concat(node.all)[0]?.message ?? ""})`));
}

// Resolves once the script has shown the new state and nothing is under way.
export async function settled(page) {
  await page.waitForFunction(() => document.getElementById("main").getAttribute("aria-busy") !== "true");
}
