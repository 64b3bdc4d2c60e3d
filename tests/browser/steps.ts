import type { Page } from "@playwright/test";

export async function signInAs(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/staff/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/staff/requests");
}

/** The code in the newest mail to an address, as an admin reads it in the kept mail. */
export async function newestCodeFor(admin: Page, email: string): Promise<string> {
  for (let look = 0; look < 20; look++) {
    await admin.goto("/staff/mail");
    const row = admin.getByRole("row").filter({ hasText: email }).filter({ hasText: "is your code" }).first();
    if ((await row.count()) > 0) return /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await row.innerText())![0];
    await admin.waitForTimeout(500);
  }
  throw new Error(`No code was mailed to ${email}.`);
}
