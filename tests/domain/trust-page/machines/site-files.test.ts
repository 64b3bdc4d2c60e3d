import { describe, expect, test } from "vitest";
import { alternates } from "#app/domain/trust-page/machines/alternates.ts";
import { organization } from "#app/domain/trust-page/machines/organization.ts";
import { robotsTxt, securityTxt, sitemap } from "#app/domain/trust-page/machines/site-files.ts";
import type { PublishedDocument, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { elementsOf } from "./read-xml.ts";
import { aDocument, addresses, get, nameTheCompany, textAt } from "./scene.ts";

const page = (securityEmail: string) => ({
  today: "2026-09-14",
  company: { name: "Orrery", securityEmail, legalName: "", contactEmail: "" } as TrustPage["company"],
});
const https = "https://trust.orrery.example";

describe("security.txt", () => {
  /** RFC 9116: a field a line, Contact and Expires needed, Expires once, web addresses by https. */
  function fieldsOf(text: string): Map<string, string[]> {
    const fields = new Map<string, string[]>();
    for (const line of text.replace(/\n$/, "").split("\n")) {
      const [, name, value] = /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)!;
      fields.set(name!, [...(fields.get(name!) ?? []), value!]);
    }
    return fields;
  }

  test("names the company's address, a day on which it runs out, and where it belongs", () => {
    const fields = fieldsOf(securityTxt(page("security@orrery.example"), https)!);
    expect(Object.fromEntries(fields)).toEqual({
      Contact: ["mailto:security@orrery.example"],
      Expires: ["2026-12-13T00:00:00Z"],
      "Preferred-Languages": ["en"],
      Canonical: [`${https}/.well-known/security.txt`],
    });
  });

  test("has no address of itself where that would not be https", () => {
    expect(fieldsOf(securityTxt(page("security@orrery.example"), "http://localhost:3000")!).has("Canonical")).toBe(
      false,
    );
  });

  test("stays one field a line, whatever the address holds", () => {
    const fields = fieldsOf(securityTxt(page("a b%@orrery.example\nPolicy: x"), https)!);
    expect(fields.get("Contact")).toEqual(["mailto:a%20b%25@orrery.example%0APolicy%3A%20x"]);
  });

  test("is not there without an address, since it has to name one", async () => {
    await nameTheCompany({ securityEmail: "" });
    await expect(get("/.well-known/security.txt")).rejects.toMatchObject({ status: 404 });
    await nameTheCompany();
    const { headers } = await get("/.well-known/security.txt");
    expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });
});

test("the sitemap names the page and the documents that are open to everyone", async () => {
  const open = await aDocument("public", "Security overview");
  await aDocument("nda", "SOC 2 report");
  const elements = elementsOf(await textAt("/sitemap.xml"));
  expect(elements.filter(({ name }) => name === "loc").map(({ text }) => text)).toEqual([
    "http://localhost:3000/",
    `http://localhost:3000/documents/${open}/file`,
  ]);
  expect(elements[0]).toMatchObject({ name: "urlset", uri: "http://www.sitemaps.org/schemas/sitemap/0.9" });
  expect(elementsOf(sitemap({ documents: [] as PublishedDocument[] }, https))).toHaveLength(3);
});

test("robots.txt keeps crawlers to the page, and leads to the sitemap", () => {
  const lines = robotsTxt(https).split("\n");
  expect(lines[0]).toBe("User-agent: *");
  expect(lines).toContain("Disallow: /staff");
  expect(lines).toContain(`Sitemap: ${https}/sitemap.xml`);
  expect(lines).not.toContain("Disallow: /");
});

test("the page's head leads to addresses that are there", () => {
  for (const { href } of alternates) expect(addresses).toContain(href);
});

test("for search engines the company is an organization, with the addresses that the page has", () => {
  const company = { ...page("security@orrery.example").company, website: "https://orrery.example", description: "" };
  expect(organization(company)).toEqual({
    "@context": "https://schema.org",
    "@type": "Organization",
    name: "Orrery",
    url: "https://orrery.example",
    contactPoint: [{ "@type": "ContactPoint", contactType: "security", email: "security@orrery.example" }],
  });
});
