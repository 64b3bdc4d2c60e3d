import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { onTestFinished } from "vitest";

const places = [
  process.env.CHROMIUM_PATH,
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  chromium.executablePath(),
];

export const browserPath = places.find((place) => place && existsSync(place)) ?? null;

/** Why the journeys do not run; null when they do. In CI that is a failure, not a skip. */
export function whyNoBrowser(): string | null {
  if (browserPath) return null;
  const reason =
    "There is no Chromium or Chrome here, so the browser journeys are skipped. CHROMIUM_PATH can name one.";
  if (process.env.CI) throw new Error(reason);
  process.stdout.write(`${reason}\n`);
  return reason;
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath!, args: quiet });

type Look = { colorScheme?: "light" | "dark"; width?: number; javaScript?: boolean };

/** A person's own browser profile. Whatever its console says in anger fails the test. */
export async function aPerson(browser: Browser, baseURL: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    colorScheme: look.colorScheme ?? "light",
    viewport: { width: look.width ?? 1280, height: 900 },
    javaScriptEnabled: look.javaScript ?? true,
    acceptDownloads: true,
  });
  failOnComplaints(context);
  return context.newPage();
}

function failOnComplaints(context: BrowserContext) {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !/status of (4\d\d)/.test(message.text())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (!reason.includes("ERR_ABORTED")) complaints.push(`${request.url()} ${reason}`);
  });
  onTestFinished(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join("\n")}`);
  });
}
