import path from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "@playwright/test";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Pictures beside each file, and what axe and the sideways scroll have to say. Returns 1 if that is anything. */
export async function lookAt(files: string[]): Promise<number> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
  let complaints = 0;
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390, 320]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const file of files) {
        await page.goto(pathToFileURL(file).href);
        const name = `${path.basename(file, ".html")}, ${width} px, ${colorScheme}`;
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        for (const { id, nodes } of violations) {
          complaints += 1;
          console.log(`${name}: ${id}`);
          for (const node of nodes.slice(0, 6)) console.log(`  ${node.target.join(" ")}  ${node.failureSummary ?? ""}`);
        }
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (sideways > 0) {
          complaints += 1;
          console.log(`${name}: scrolls sideways by ${sideways} px`);
        }
        if (width > 320)
          await page.screenshot({ path: file.replace(".html", `-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
  await browser.close();
  console.log(complaints === 0 ? "Nothing to complain about" : `${complaints} complaints`);
  return complaints === 0 ? 0 : 1;
}
