import { describe, expect, it } from "vitest";
import { canonicalEmail, domainOf } from "#app/domain/accounts/email-address.ts";
import { isFreeMail } from "#app/domain/accounts/mail-domains.ts";

describe("An e-mail address", () => {
  it.each([
    ["  Pat@ACME.Example ", "pat@acme.example"],
    ["pat+soc2@acme.example", "pat+soc2@acme.example"],
    ["p.at@acme.example", "p.at@acme.example"],
    ["zoe\u0308@acme.example", "zoë@acme.example"],
    ["pat@bücher.example", "pat@xn--bcher-kva.example"],
    ["o'neill@sub.acme.example", "o'neill@sub.acme.example"],
  ])("has one spelling: %s", (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical);
  });

  it.each([
    "",
    "pat",
    "@acme.example",
    "pat@",
    "pat@localhost",
    "pat@acme..example",
    "pat@-acme.example",
    "pat moreau@acme.example",
    "pat@acme.example\nbcc: kim@rival.example",
    "pat@acme.example, kim@rival.example",
    "<pat@acme.example>",
    "pat@kim@rival example",
    `${"a".repeat(65)}@acme.example`,
    `pat@${"a".repeat(64)}.example`,
    `pat@${"abc.".repeat(70)}example`,
  ])("is not made of %j", (typed) => {
    expect(canonicalEmail(typed)).toBeNull();
  });

  it("belongs to the domain behind its last @", () => {
    expect(domainOf("pat@acme.example")).toBe("acme.example");
    expect([isFreeMail("pat@gmail.com"), isFreeMail("pat@acme.example")]).toEqual([true, false]);
  });
});
