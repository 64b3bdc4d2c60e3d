import { type Browser, chromium } from "@playwright/test";
import { parseArgs } from "node:util";
import { quantile } from "#scripts/bench/measures.ts";

/**
 * What a first visit to the public pages transfers, and when the largest thing on them is painted, in headless Chromium
 * with a processor slowed down four times:
 *
 *     node --import tsx scripts/bench/first-visit.ts --origin http://localhost:3000 [--chromium /usr/bin/chromium]
 */
const { values } = parseArgs({
  options: {
    origin: { type: "string", default: "http://localhost:3000" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
    visits: { type: "string", default: "7" },
    pages: { type: "string", default: "/,/?lang=de,/controls/CC6.1,/search?q=encryption,/request,/sign-in" },
  },
});
const slowdown = 4;

type Visit = { bytes: number; scriptBytes: number; paintedMs: number; shift: number };

const browser = await chromium.launch({ executablePath: values.chromium, args: ["--no-sandbox", "--disable-gpu"] });
try {
  row("page", "transferred", "of it JavaScript", "largest paint, middle", "longest", "layout shift");
  row("---", "--:", "--:", "--:", "--:", "--:");
  for (const path of values.pages.split(",")) {
    const visits: Visit[] = [];
    for (let visit = 0; visit < Number(values.visits); visit++) visits.push(await visitOnce(browser, path));
    const painted = visits.map(({ paintedMs }) => paintedMs);
    const most = (of: (visit: Visit) => number) => Math.max(...visits.map(of));
    row(
      path,
      kilobytes(most(({ bytes }) => bytes)),
      kilobytes(most(({ scriptBytes }) => scriptBytes)),
      `${quantile(painted, 0.5).toFixed(0)} ms`,
      `${Math.max(...painted).toFixed(0)} ms`,
      most(({ shift }) => shift).toFixed(3),
    );
  }
} finally {
  await browser.close();
}

/** With an empty cache each time. */
async function visitOnce(browser: Browser, path: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await devtools.send("Network.enable");
  const types = new Map<string, string>();
  let [bytes, scriptBytes] = [0, 0];
  devtools.on("Network.responseReceived", ({ requestId, type }) => void types.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (types.get(requestId) === "Script") scriptBytes += encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(new URL(path, values.origin).href, { waitUntil: "networkidle" });
  const seen = await page.evaluate(() => (window as unknown as { seen: { paintedMs: number; shift: number } }).seen);
  await context.close();
  return { bytes, scriptBytes, ...seen };
}

/** Runs in the page. */
function observe(): void {
  const seen = { paintedMs: 0, shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.paintedMs = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function row(...cells: string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
