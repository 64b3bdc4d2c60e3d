import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  addCompanyAccount,
  changeCompanyAccount,
  companyAccountForm,
  getCompanyAccount,
  listCompanyAccounts,
  listMembers,
} from "#app/domain/accounts/company-accounts.server.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import { listAuditEvents } from "#app/domain/audit/trail.server.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ada, kim, pat, quinn, sam } from "#tests/support/given.ts";

const form = (domains: string[], name = "Acme GmbH", ownerId: string | null = null) => ({
  name,
  domains,
  ownerId,
  notes: "",
});
const prove = (email: string, rest: { name?: string; title?: string; company?: string } = {}) =>
  inTransaction(db, (trx) => ensureProspect(trx, { email, ...rest }));

describe("Someone who proves an address", () => {
  it("meets colleagues in one company account, by their domain", async () => {
    const [one, colleague, stranger] = [await pat(), await quinn(), await kim()];
    expect(colleague.companyAccountId).toBe(one.companyAccountId);
    expect(stranger.companyAccountId).not.toBe(one.companyAccountId);
    expect((await listMembers(db, one.companyAccountId)).map((member) => member.name)).toEqual([
      one.name,
      colleague.name,
    ]);
    const accounts = await listCompanyAccounts(db);
    expect(accounts).toMatchObject([
      { name: "Acme GmbH", domains: ["acme.example"], members: "2" },
      { name: "Rival AG", domains: ["rival.example"], members: "1" },
    ]);
  });

  it("joins the account that staff made for the domain, whatever company they type", async () => {
    const { id } = await addCompanyAccount(db, await sam(), form(["acme.example"]));
    const prospect = await prove("pat@acme.example", { company: "Something else" });
    expect(prospect).toMatchObject({ companyAccountId: id, companyName: "Acme GmbH" });
  });

  it("is not of the company above or beside their domain", async () => {
    const { companyAccountId } = await pat();
    for (const email of ["eve@evil-acme.example", "eve@acme.example.evil.example", "eve@sub.acme.example"]) {
      expect((await prove(email)).companyAccountId).not.toBe(companyAccountId);
    }
  });

  it("at a mailbox provider has an account of their own, whatever company they type", async () => {
    const [one, other] = [await prove("pat@gmail.com", { company: "Acme GmbH" }), await prove("eve@gmail.com")];
    expect(one.companyAccountId).not.toBe(other.companyAccountId);
    expect(one.companyAccountId).not.toBe((await pat()).companyAccountId);
    expect(await getCompanyAccount(db, one.companyAccountId)).toMatchObject({ domains: [] });
  });

  it("stays one person when they come back", async () => {
    const before = await pat();
    const after = await prove("pat@acme.example", { name: "Patricia Moreau", company: "Rival AG" });
    expect(after).toEqual({ ...before, name: "Patricia Moreau" });
  });

  it("is refused as a prospect when they are staff or disabled", async () => {
    await expect(prove((await ada()).email)).rejects.toMatchObject({ code: "accounts.address-is-staff" });
    const { id } = await pat();
    await db
      .updateTable("person")
      .set({ disabledAt: sql`now()` })
      .where("id", "=", id)
      .execute();
    await expect(prove("pat@acme.example")).rejects.toMatchObject({ code: "accounts.person-disabled" });
  });
});

describe("A company account", () => {
  it("is added and changed by staff, on the trail", async () => {
    const salesman = await sam();
    const { id } = await addCompanyAccount(db, salesman, form([]));
    await changeCompanyAccount(db, salesman, { id, ...form(["acme.example"], "Acme SE", salesman.id) });
    expect(await getCompanyAccount(db, id)).toMatchObject({ name: "Acme SE", ownerName: "Sam Castellan" });
    const { events } = await listAuditEvents(db, { subjectId: id });
    expect(events.map((event) => event.action)).toEqual(["accounts.company.changed", "accounts.company.created"]);
  });

  it("shares no domain with another", async () => {
    const salesman = await sam();
    await pat();
    const { id } = await addCompanyAccount(db, salesman, form(["globex.example"], "Globex"));
    const taken = { name: "Conflict", message: "acme.example already belongs to Acme GmbH." };
    const both = form(["globex.example", "acme.example"], "Globex");
    await expect(addCompanyAccount(db, salesman, form(["acme.example"], "Other"))).rejects.toMatchObject(taken);
    await expect(changeCompanyAccount(db, salesman, { id, ...both })).rejects.toMatchObject(taken);
    await changeCompanyAccount(db, salesman, { id, ...form(["globex.example"], "Globex Corp") });
  });

  it("is owned by staff, not by a prospect", async () => {
    const { id: ownerId } = await pat();
    await expect(addCompanyAccount(db, await sam(), form([], "Globex", ownerId))).rejects.toMatchObject({
      code: "accounts.owner-is-no-staff",
    });
  });

  it("that does not exist is not found", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    await expect(getCompanyAccount(db, id)).rejects.toMatchObject({ name: "NotFound" });
    await expect(changeCompanyAccount(db, await sam(), { id, ...form([]) })).rejects.toMatchObject({
      name: "NotFound",
    });
  });
});

describe("The form of a company account", () => {
  const fill = (domains: string) => companyAccountForm.safeParse({ name: " Acme ", domains, ownerId: "", notes: "" });

  it("takes domains one a line or with commas, each once", () => {
    expect(fill("ACME.example, acme.example;\n sub.acme.example\n").data).toEqual({
      ...form(["acme.example", "sub.acme.example"], "Acme"),
    });
    expect(fill("").data!.domains).toEqual([]);
  });

  it.each(["acme", "@acme.example", "https://acme.example", "acme.example/", "gmail.com", "*.example"])(
    "refuses %s as a company's domain",
    (domain) => expect(fill(domain).success).toBe(false),
  );
});
