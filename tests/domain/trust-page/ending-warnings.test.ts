import { describe, expect, inject, test } from "vitest";
import { renderMail } from "#emails/render.server.tsx";
import type { MailProps } from "#emails/templates.ts";
import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addCertification, changeCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm } from "#app/domain/trust-page/certifications.ts";
import { addDays } from "#app/domain/trust-page/days.ts";
import { listEndingSoon, warnOfEndings } from "#app/domain/trust-page/ending-warnings.server.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { db } from "#db/client.server.ts";
import { ada, pat, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { typedTypeTwo } from "./given-reports.ts";

const lastDay = "2027-06-30";
const aCertification = certificationForm.parse({
  ...{ kind: "certification", name: "ISO/IEC 27001", issuer: "Brandt Certification AG", certificateNumber: "" },
  ...{
    scope: "",
    validFrom: "2024-07-01",
    validUntil: lastDay,
    expectedOn: "",
    statement: "",
    documentId: "",
    link: "",
  },
});

async function aStaff() {
  await ruth();
  await sam();
  await pat();
  return ada();
}

const mails = () =>
  db.selectFrom("mail").select(["recipient", "template", "props"]).orderBy("queuedAt").orderBy("recipient").execute();
const propsOf = async () => (await mails()).map(({ props }) => props as MailProps["ending-soon"]);

async function daysWithMail(from: string, until: string): Promise<string[]> {
  const days: string[] = [];
  for (let day = from, sent = (await mails()).length; day <= until; day = addDays(day, 1)) {
    await warnOfEndings(db, day);
    const now = (await mails()).length;
    if (now > sent) days.push(day);
    sent = now;
  }
  return days;
}

describe("staff", () => {
  test("are mailed 90, 30 and 7 days before a certification ends, and on no other day", async () => {
    await addCertification(db, await aStaff(), aCertification);
    expect(await daysWithMail("2027-03-29", "2027-07-03")).toEqual(["2027-04-01", "2027-05-31", "2027-06-23"]);
    expect(await mails()).toHaveLength(6);
  });

  test("who are mailed are security and admins that can sign in", async () => {
    await addCertification(db, await aStaff(), aCertification);
    await warnOfEndings(db, "2027-04-01");
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(["ada@vendor.example", "ruth@vendor.example"]);
    await db.updateTable("person").set({ disabledAt: "2027-05-01T00:00:00Z" }).where("role", "=", "admin").execute();
    await warnOfEndings(db, "2027-05-31");
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([
      "ada@vendor.example",
      "ruth@vendor.example",
      "ada@vendor.example",
    ]);
  });

  test("get one mail a day for all that ends, with what comes later the same day on the next", async () => {
    const staff = await aStaff();
    const reportId = await addReport(db, staff, reportForm.parse(typedTypeTwo));
    await publishReport(db, staff, reportId);
    await addCertification(db, staff, aCertification);
    await warnOfEndings(db, "2027-04-01");
    await addCertification(db, staff, { ...aCertification, name: "ISO 22301" });
    await warnOfEndings(db, "2027-04-01");
    expect(await mails()).toHaveLength(2);
    const titles = async () => (await propsOf()).map(({ endings }) => endings.map(({ title }) => title));
    expect((await titles())[0]).toEqual(["12-month cover of SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026", "ISO/IEC 27001"]);
    await warnOfEndings(db, "2027-04-02");
    expect((await titles()).slice(2)).toEqual([["ISO 22301"], ["ISO 22301"]]);
  });

  test("are told late, once, of what was found late", async () => {
    await addCertification(db, await aStaff(), aCertification);
    expect(await daysWithMail("2027-06-10", "2027-06-20")).toEqual(["2027-06-10"]);
    expect((await propsOf())[0]!.endings).toEqual([
      {
        title: "ISO/IEC 27001",
        when: "30 Jun 2027, in 20 days",
        then: "From the next day it counts as lapsed.",
      },
    ]);
  });

  test("are warned anew once a certification is renewed, of its new last day", async () => {
    const staff = await aStaff();
    const certificationId = await addCertification(db, staff, aCertification);
    await warnOfEndings(db, "2027-06-23");
    const details = { ...aCertification, validFrom: "2027-07-01", validUntil: "2030-06-30" };
    await changeCertification(db, staff, { certificationId, details });
    expect(await daysWithMail("2027-06-24", "2027-07-02")).toEqual([]);
    expect(await daysWithMail("2030-04-01", "2030-04-02")).toEqual(["2030-04-01"]);
  });

  test("are warned of a certification that is not published, and of no report that is not", async () => {
    const staff = await aStaff();
    await addReport(db, staff, reportForm.parse(typedTypeTwo));
    await addCertification(db, staff, { ...aCertification, published: false });
    expect(await listEndingSoon(db, "2027-04-01")).toMatchObject([{ what: "certification" }]);
  });

  test("are warned of a bridge letter of a published report", async () => {
    const staff = await aStaff();
    const reportId = await addReport(db, staff, reportForm.parse(typedTypeTwo));
    await publishReport(db, staff, reportId);
    const letter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };
    await addBridgeLetter(db, staff, { reportId, details: letter });
    expect(await daysWithMail("2026-08-25", "2026-10-01")).toEqual(["2026-08-25", "2026-08-31", "2026-09-23"]);
    expect((await propsOf()).at(-1)!.endings).toEqual([
      {
        title: "Bridge letter, 1 Jul – 30 Sep 2026",
        when: "30 Sep 2026, in 7 days",
        then: "From the next day no letter covers the time since 30 Jun 2026.",
      },
    ]);
  });
});

describe("a warning", () => {
  test("is sent once, however often upkeep runs", async () => {
    await addCertification(db, await aStaff(), aCertification);
    for (let run = 0; run < 5; run++) await warnOfEndings(db, "2027-04-01");
    expect(await mails()).toHaveLength(2);
    const warned = await db.selectFrom("auditEvent").select("details").where("action", "=", "trust-page.staff.warned");
    expect(await warned.execute()).toMatchObject([{ details: { ends: ["ISO/IEC 27001: 2027-06-30"], people: 2 } }]);
  });

  test.runIf(inject("postgres"))("is sent once when two processes find it at the same moment", async () => {
    await addCertification(db, await aStaff(), aCertification);
    const first = await db.startTransaction().execute();
    await warnOfEndings(first, "2027-04-01");
    const second = warnOfEndings(db, "2027-04-01");
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await second;
    expect(await mails()).toHaveLength(2);
    expect(await db.selectFrom("endingWarning").selectAll().execute()).toHaveLength(1);
  });

  test.runIf(inject("postgres"))("that only the second process finds waits for the mail of the next day", async () => {
    const staff = await aStaff();
    await addCertification(db, staff, aCertification);
    const first = await db.startTransaction().execute();
    await warnOfEndings(first, "2027-04-01");
    await db
      .insertInto("certification")
      .values({ ...aCertification, name: "ISO 22301" })
      .execute();
    const second = warnOfEndings(db, "2027-04-01");
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await second;
    expect(await mails()).toHaveLength(2);
    await warnOfEndings(db, "2027-04-02");
    expect((await propsOf()).at(-1)!.endings).toMatchObject([{ title: "ISO 22301" }]);
  });

  test.runIf(inject("postgres"))("is sent by the second process when the first one fails", async () => {
    await addCertification(db, await aStaff(), aCertification);
    const first = await db.startTransaction().execute();
    await warnOfEndings(first, "2027-04-01");
    const second = warnOfEndings(db, "2027-04-01");
    await untilSomeoneWaitsForALock();
    await first.rollback().execute();
    await second;
    expect(await mails()).toHaveLength(2);
  });

  test("is not on record when its mail could not be queued", async () => {
    await addCertification(db, await aStaff(), aCertification);
    const failing = db.transaction().execute(async (trx) => {
      await warnOfEndings(trx, "2027-04-01");
      throw new Error("the rest failed");
    });
    await expect(failing).rejects.toThrow("the rest failed");
    expect([await mails(), await db.selectFrom("endingWarning").selectAll().execute()]).toEqual([[], []]);
    await warnOfEndings(db, "2027-04-02");
    expect(await mails()).toHaveLength(2);
  });

  test("waits while there is nobody to warn", async () => {
    const seller = await sam();
    await db.insertInto("certification").values(aCertification).execute();
    await warnOfEndings(db, "2027-04-01");
    expect(await db.selectFrom("endingWarning").selectAll().execute()).toEqual([]);
    expect(seller.role).toBe("sales");
    await ada();
    await warnOfEndings(db, "2027-04-02");
    expect(await mails()).toHaveLength(1);
  });
});

describe("the mail", () => {
  const an = (title: string) => ({
    title,
    when: "30 Jun 2027, in 7 days",
    then: "From the next day it counts as lapsed.",
  });

  test("names the soonest in its subject, and leads to the reports of staff", async () => {
    const mail = await renderMail("ending-soon", {
      endings: [an("ISO/IEC 27001"), an("ISO 22301")],
      link: "http://localhost:3000/staff/reports",
    });
    expect(mail.subject).toBe("Ends on 30 Jun 2027, in 7 days: ISO/IEC 27001, and 1 more");
    expect(mail.text).toContain("Last day: 30 Jun 2027, in 7 days. From the next day it counts as lapsed.");
    expect(mail.text).toContain("http://localhost:3000/staff/reports");
    expect(mail.text).toContain("because you work in security or as an admin");
    expect(mail.text).not.toMatch(/because of a request|complian|!/i);
  });

  test("of one thing names that thing alone", async () => {
    const mail = await renderMail("ending-soon", { endings: [an("ISO/IEC 27001")], link: "http://localhost:3000" });
    expect(mail.subject).toBe("Ends on 30 Jun 2027, in 7 days: ISO/IEC 27001");
    expect(mail.text).toMatch(/1 thing on record ends soon/i);
  });
});
