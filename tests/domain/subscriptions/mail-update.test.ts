import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { findMailing, mailUpdate } from "#app/domain/subscriptions/mail-update.job.server.ts";
import {
  changeUpdate,
  draftUpdate,
  getUpdate,
  listPublishedUpdates,
  publishUpdate,
  scheduleUpdate,
  withdrawUpdate,
} from "#app/domain/trust-page/updates.server.ts";
import { updateForm } from "#app/domain/trust-page/updates.ts";
import { writtenList } from "#app/domain/trust-page/update-lists.server.ts";
import { runDueJobs } from "#app/platform/jobs.server.ts";
import { db } from "#db/client.server.ts";
import { ada, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { aSubscriber, mailsOf } from "./given-subscribers.ts";

const typed = {
  topic: "incidents",
  title: "Sign-in was slow",
  body: "From **9:10** to [9:40](https://s.example).\n\n- Mended",
};
const handlers = { "subscriptions.mail-update": mailUpdate, "notifications.deliver": async () => undefined };
const inAnHour = () => new Date(Date.now() + 3_600_000);

const aDraft = async (change: Record<string, string> = { channel: "subscribers" }) =>
  draftUpdate(db, await ada(), updateForm.parse({ ...typed, ...change }));

/** The hour comes for everything that waits: the database's clock stands still in a test, so the hours are moved. */
async function theHourComes() {
  await sql`update trust_update set published_at = now() - interval '1 second' where published_at > now()`.execute(db);
  await sql`update job set run_at = now() - interval '1 second' where run_at > now()`.execute(db);
}

const readers = async () => (await mailsOf("update-published")).map(({ recipient }) => recipient);

describe("an update for subscribers", () => {
  test("is mailed to those of its topic once it is published", async () => {
    await aSubscriber("pat@acme.example", ["incidents", "general"]);
    await aSubscriber("kim@rival.example", ["general"]);
    const updateId = await aDraft();
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual([]);
    await publishUpdate(db, await ada(), updateId);
    await runDueJobs(db, handlers);
    expect(await mailsOf("update-published")).toMatchObject([
      {
        recipient: "pat@acme.example",
        props: {
          topic: "Incidents",
          title: "Sign-in was slow",
          paragraphs: ["From 9:10 to 9:40 (https://s.example).", "– Mended"],
          link: `http://localhost:3000/#update-${updateId}`,
        },
      },
    ]);
    expect(await findMailing(db, updateId)).toMatchObject({ people: 1 });
  });

  test("is mailed once, also when it is taken back and published again, or the job runs again", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await publishUpdate(db, await ada(), updateId);
    await runDueJobs(db, handlers);
    await withdrawUpdate(db, await ada(), updateId);
    await publishUpdate(db, await ada(), updateId);
    await runDueJobs(db, handlers);
    await mailUpdate(db, { updateId });
    expect(await readers()).toEqual(["pat@acme.example"]);
  });

  test.runIf(inject("postgres"))("is mailed once when two processes run its job at the same moment", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await publishUpdate(db, await ada(), updateId);
    const first = await db.startTransaction().execute();
    await mailUpdate(first, { updateId });
    const second = mailUpdate(db, { updateId });
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await second;
    expect(await readers()).toEqual(["pat@acme.example"]);
  });

  test("is mailed by the next try when a process dies halfway", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await publishUpdate(db, await ada(), updateId);
    const dying = db.transaction().execute(async (trx) => {
      await mailUpdate(trx, { updateId });
      throw new Error("the process died");
    });
    await expect(dying).rejects.toThrow("the process died");
    expect([await readers(), await findMailing(db, updateId)]).toEqual([[], null]);
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual(["pat@acme.example"]);
  });

  test("on the page alone is mailed to nobody", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    await publishUpdate(db, await ada(), await aDraft({ channel: "page" }));
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual([]);
  });
});

describe("a scheduled update", () => {
  test("appears and is mailed at its hour, and not before", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await scheduleUpdate(db, await ada(), { updateId, at: inAnHour() });
    await runDueJobs(db, handlers);
    expect(await getUpdate(db, updateId)).toMatchObject({ state: "scheduled" });
    expect([await readers(), await listPublishedUpdates(db, 20)]).toEqual([[], []]);
    await theHourComes();
    await runDueJobs(db, handlers);
    expect(await getUpdate(db, updateId)).toMatchObject({ state: "published" });
    expect(await readers()).toEqual(["pat@acme.example"]);
    expect(await listPublishedUpdates(db, 20)).toMatchObject([{ title: "Sign-in was slow" }]);
  });

  test("that is taken back before its hour neither appears nor is mailed", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await scheduleUpdate(db, await ada(), { updateId, at: inAnHour() });
    await withdrawUpdate(db, await ada(), updateId);
    await theHourComes();
    await runDueJobs(db, handlers);
    expect([await readers(), await listPublishedUpdates(db, 20)]).toEqual([[], []]);
    expect(await getUpdate(db, updateId)).toMatchObject({ state: "draft", publishedAt: null });
  });

  test("that is moved to another hour ignores the first one", async () => {
    await aSubscriber("pat@acme.example", ["incidents"]);
    const updateId = await aDraft();
    await scheduleUpdate(db, await ada(), { updateId, at: inAnHour() });
    await scheduleUpdate(db, await ada(), { updateId, at: new Date(Date.now() + 7_200_000) });
    await sql`update job set run_at = now() where name = 'subscriptions.mail-update' and run_at < now() + interval '90 minutes'`.execute(
      db,
    );
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual([]);
    await theHourComes();
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual(["pat@acme.example"]);
  });

  test("waits for an hour to come, within 366 days, and stays as it was otherwise", async () => {
    const updateId = await aDraft();
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    const schedule = async (when: Date) => scheduleUpdate(db, await ada(), { updateId, at: when });
    await expect(schedule(at(-1))).rejects.toThrow("This hour has passed.");
    await expect(schedule(at(367))).rejects.toThrow("Enter an hour within the next 366 days.");
    expect(await getUpdate(db, updateId)).toMatchObject({ state: "draft" });
    await publishUpdate(db, await ada(), updateId);
    await expect(schedule(inAnHour())).rejects.toThrow("This update is already published.");
  });

  test("is not for sales to set", async () => {
    const updateId = await aDraft();
    await expect(scheduleUpdate(db, await sam(), { updateId, at: inAnHour() })).rejects.toThrow("Security and admins");
  });
});

describe("an update for a named list", () => {
  test("reaches the people of the accounts and the addresses named, each once, and no page", async () => {
    await pat();
    await quinn();
    await kim();
    await aSubscriber("sub@elsewhere.example", ["incidents"]);
    const updateId = await aDraft({ channel: "list", list: "acme gmbh\nPAT@acme.example\nlee@third.example" });
    await publishUpdate(db, await ada(), updateId);
    await runDueJobs(db, handlers);
    expect(await readers()).toEqual(["lee@third.example", "pat@acme.example", "quinn@acme.example"]);
    expect((await mailsOf("update-published")).every(({ props }) => props.subscription === null)).toBe(true);
    expect(await listPublishedUpdates(db, 20)).toEqual([]);
  });

  test("says who is meant by nobody, and takes nothing", async () => {
    await pat();
    await expect(aDraft({ channel: "list", list: "Acme GmbH\nNobody Ltd" })).rejects.toThrow(
      "No account is called Nobody Ltd, and it is no address.",
    );
    expect(updateForm.safeParse({ ...typed, channel: "list", list: " " }).error?.issues[0]?.message).toBe(
      "Enter who gets it: an account or an address a line",
    );
    const many = Array.from({ length: 201 }, (_, at) => `person${at}@acme.example`).join("\n");
    expect(updateForm.safeParse({ ...typed, channel: "list", list: many }).error?.issues[0]?.message).toBe(
      "Enter at most 200 accounts and addresses",
    );
  });

  test("can be typed again as it was meant", async () => {
    await pat();
    const updateId = await aDraft({ channel: "list", list: "Acme GmbH\nlee@third.example" });
    const written = await writtenList(db, await getUpdate(db, updateId));
    expect(written.split("\n").at(-1)).toBe("lee@third.example");
    await changeUpdate(db, await ada(), {
      updateId,
      details: updateForm.parse({ ...typed, channel: "list", list: written }),
    });
    expect(await writtenList(db, await getUpdate(db, updateId))).toBe(written);
  });

  test("keeps its readers once it is out", async () => {
    const updateId = await aDraft({ channel: "list", list: "lee@third.example" });
    await publishUpdate(db, await ada(), updateId);
    const change = async (list: string) =>
      changeUpdate(db, await ada(), { updateId, details: updateForm.parse({ ...typed, channel: "list", list }) });
    await change("lee@third.example");
    await expect(change("max@third.example")).rejects.toThrow("This update has gone out");
  });
});
