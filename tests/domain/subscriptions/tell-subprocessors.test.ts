import { describe, expect, inject, test } from "vitest";
import { renderMail } from "#emails/render.server.tsx";
import { tellOfSubprocessors } from "#app/domain/subscriptions/tell-subprocessors.job.server.ts";
import { addSubprocessor, changeSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { db } from "#db/client.server.ts";
import { nameTheCompany } from "#tests/domain/trust-page/machines/scene.ts";
import { ada } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { publishAs, publishDraft } from "#tests/support/publishing.ts";
import { aSubscriber, mailsOf } from "./given-subscribers.ts";

const typed = {
  ...{ name: "Cirrus Ltd", service: "Hosting", purpose: "", dataCategories: "All customer data", region: "Ireland" },
  ...{ transferBasis: "Within the EU", dpaUrl: "https://cirrus.example/dpa" },
  ...{ announcedOn: "2026-11-14", objectionDays: "30", objectUntil: "", addedOn: "2027-01-01", removedOn: "" },
};
const details = (change: Record<string, string> = {}) => subprocessorForm.parse({ ...typed, ...change });

async function aPublishedSubprocessor(change: Record<string, string> = {}): Promise<string> {
  await nameTheCompany();
  const id = await addSubprocessor(db, await ada(), details(change));
  await publishDraft();
  return id;
}

const titles = async () =>
  (await mailsOf("subprocessors-changed")).map(({ props }) => props.changes.map(({ title }) => title).join(", "));

const [planned, begun, ended] = [
  "Cirrus Ltd is to become a subprocessor",
  "Cirrus Ltd is a subprocessor",
  "Cirrus Ltd is no longer a subprocessor",
];

describe("subscribers to subprocessors", () => {
  test("are told of a notice with its last day to object, of the first day and of the last, once each", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await aSubscriber("kim@rival.example", ["incidents"]);
    await aPublishedSubprocessor({ removedOn: "2027-06-30" });
    for (const day of [
      "2026-11-13",
      "2026-11-14",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-06-30",
      "2027-07-01",
    ]) {
      await tellOfSubprocessors(db, day);
    }
    expect(await titles()).toEqual([planned, begun, ended]);
    const [notice] = await mailsOf("subprocessors-changed");
    expect(notice).toMatchObject({
      recipient: "pat@acme.example",
      props: {
        changes: [
          {
            facts: [
              "It is to begin on 1 January 2027.",
              "You may object until 14 December 2026, that day included.",
              "Service: Hosting",
              "Data: All customer data",
              "Region: Ireland",
              "Transfer basis: Within the EU",
              "Data processing terms: https://cirrus.example/dpa",
            ],
          },
        ],
      },
    });
    const mail = await renderMail("subprocessors-changed", notice!.props);
    expect(mail.text).toContain("You may object until 14 December 2026");
    expect(mail.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  test("are told of nothing that is not published", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await nameTheCompany();
    await addSubprocessor(db, await ada(), details());
    await tellOfSubprocessors(db, "2026-11-20");
    expect(await titles()).toEqual([]);
    await publishAs(await ada());
    const jobs = db.selectFrom("job").select("name").where("name", "=", "subscriptions.tell-subprocessors");
    expect(await jobs.execute()).toHaveLength(1);
    await tellOfSubprocessors(db, "2026-11-20");
    expect(await titles()).toEqual([planned]);
  });

  test("are told again when the dates of a notice change, and not when its words do", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    const subprocessorId = await aPublishedSubprocessor();
    const change = async (changed: Record<string, string>) => {
      await changeSubprocessor(db, await ada(), { subprocessorId, details: details(changed) });
      await publishDraft();
      await tellOfSubprocessors(db, "2026-11-20");
    };
    await tellOfSubprocessors(db, "2026-11-20");
    await change({ purpose: "Runs our servers" });
    expect(await titles()).toEqual([planned]);
    await change({ objectionDays: "40" });
    expect(await titles()).toEqual([planned, planned]);
  });

  test("are told what is so now of a company whose days have all passed", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await aPublishedSubprocessor();
    await tellOfSubprocessors(db, "2027-02-01");
    await tellOfSubprocessors(db, "2027-02-02");
    expect(await titles()).toEqual([begun]);
  });

  test("who subscribe later are not told of what was before", async () => {
    await aPublishedSubprocessor();
    await tellOfSubprocessors(db, "2027-02-01");
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await tellOfSubprocessors(db, "2027-02-01");
    expect(await titles()).toEqual([]);
  });

  test.runIf(inject("postgres"))("are told once when two processes find it at the same moment", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await aPublishedSubprocessor();
    const first = await db.startTransaction().execute();
    await tellOfSubprocessors(first, "2026-11-20");
    const second = tellOfSubprocessors(db, "2026-11-20");
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await second;
    expect(await titles()).toEqual([planned]);
  });

  test("are told by the next run when one dies before it is done", async () => {
    await aSubscriber("pat@acme.example", ["subprocessors"]);
    await aPublishedSubprocessor();
    const dying = db.transaction().execute(async (trx) => {
      await tellOfSubprocessors(trx, "2026-11-20");
      throw new Error("the process died");
    });
    await expect(dying).rejects.toThrow("the process died");
    await tellOfSubprocessors(db, "2026-11-20");
    expect(await titles()).toEqual([planned]);
  });
});
