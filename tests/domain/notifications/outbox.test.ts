import { http, HttpResponse } from "msw";
import { sql } from "kysely";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { deliverMail } from "#app/domain/notifications/deliver.job.server.ts";
import { sendAgain } from "#app/domain/notifications/mailbox.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { env } from "#app/platform/env.server.ts";
import { retryDelaySeconds, runOneJob } from "#app/platform/jobs.server.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { sentMail, server } from "#tests/support/msw.ts";

const handlers = { "notifications.deliver": deliverMail };

beforeEach(() => {
  env.resendApiKey = "re_test";
  sentMail.length = 0;
  return () => {
    env.resendApiKey = null;
  };
});

describe("a mail", () => {
  test("leaves only if the transaction that queued it commits", async () => {
    const failing = inTransaction(db, async (trx) => {
      await queueMail(trx);
      throw new Error("the rest failed");
    });
    await expect(failing).rejects.toThrow();

    expect(await runOneJob(db, handlers)).toBe(false);
    expect(sentMail).toEqual([]);
  });

  test("is sent once, and its props are forgotten", async () => {
    await queueMail(db);

    await runOneJob(db, handlers);

    expect(sentMail).toMatchObject([{ to: "pat@acme.example", subject: expect.stringContaining("K7QD-22MX") }]);
    expect(await theMail()).toMatchObject({ state: "sent", props: null, html: null, providerId: "re_1" });
    expect(await runOneJob(db, handlers)).toBe(false);
  });

  test("is kept for the development mailbox when there is no Resend key", async () => {
    env.resendApiKey = null;
    await queueMail(db);

    await runOneJob(db, handlers);

    expect(await theMail()).toMatchObject({ state: "kept", plainText: expect.stringContaining("K7QD-22MX") });
  });

  test.each([
    [
      "is busy",
      () => HttpResponse.json({ name: "rate_limit_exceeded", message: "Slow down", statusCode: 429 }, { status: 429 }),
    ],
    [
      "is down",
      () => HttpResponse.json({ name: "internal_server_error", message: "Sorry", statusCode: 500 }, { status: 500 }),
    ],
    ["cuts the line", () => HttpResponse.error()],
    ["answers nonsense", () => new HttpResponse("<html>", { status: 200 })],
  ])("waits and is sent later when Resend %s", async (_, answer) => {
    server.use(http.post("https://api.resend.com/emails", answer, { once: true }));
    await queueMail(db);

    await runOneJob(db, handlers);
    expect(sentMail).toEqual([]);
    expect(await theJob()).toMatchObject({
      state: "queued",
      attempts: 1,
      lastError: expect.stringMatching(/Resend|fetch|JSON|Unable/),
    });

    await makeJobsDue();
    await runOneJob(db, handlers);
    expect(sentMail).toHaveLength(1);
    expect(await theMail()).toMatchObject({ state: "sent" });
  });

  test("waits and is sent later when Resend gives no answer at all", async () => {
    server.use(http.post("https://api.resend.com/emails", () => new Promise<never>(() => {}), { once: true }));
    await queueMail(db);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });

    const running = runOneJob(db, handlers);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await theJob()).toMatchObject({ state: "queued", lastError: "Resend gave no answer in 15 s." });
    });
    await running;

    await makeJobsDue();
    await runOneJob(db, handlers);
    expect(sentMail).toHaveLength(1);
  });

  test("is not sent twice when Resend's answer was lost", async () => {
    server.use(
      http.post(
        "https://api.resend.com/emails",
        async ({ request }) => {
          await fetch(request.clone());
          return HttpResponse.error();
        },
        { once: true },
      ),
    );
    await queueMail(db);

    await runOneJob(db, handlers);
    await makeJobsDue();
    await runOneJob(db, handlers);

    expect(sentMail).toHaveLength(1);
    expect(await theMail()).toMatchObject({ state: "sent", providerId: "re_1" });
  });

  test("that Resend refuses is a dead letter that staff can send again", async () => {
    server.use(
      http.post(
        "https://api.resend.com/emails",
        () =>
          HttpResponse.json({ name: "validation_error", message: "No such domain", statusCode: 422 }, { status: 422 }),
        { once: true },
      ),
    );
    await queueMail(db);
    await runOneJob(db, handlers);
    expect(await theMail()).toMatchObject({ state: "dead", failure: expect.stringContaining("No such domain") });

    await sendAgain(db, (await theMail()).id);
    await runOneJob(db, handlers);

    expect(await theMail()).toMatchObject({ state: "sent" });
  });

  test("gives up after its last try and says why", async () => {
    server.use(http.post("https://api.resend.com/emails", () => HttpResponse.error()));
    await queueMail(db);
    for (let attempt = 0; attempt < 8; attempt++) {
      await runOneJob(db, handlers);
      await makeJobsDue();
    }

    expect(await theMail()).toMatchObject({ state: "dead" });
  });
});

test("a job is taken over when its worker let the lease run out, and the late worker changes nothing", async () => {
  let finishFirst = () => {};
  const ran: number[] = [];
  const slow = vi.fn((_db, _payload, { attempt }) => {
    ran.push(attempt);
    return attempt === 1
      ? new Promise<void>((_, reject) => (finishFirst = () => reject(new Error("late"))))
      : Promise.resolve();
  });
  await queueMail(db);
  const first = runOneJob(db, { "notifications.deliver": slow });
  await vi.waitFor(() => expect(ran).toEqual([1]));
  await db
    .updateTable("job")
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .execute();

  await runOneJob(db, { "notifications.deliver": slow });
  finishFirst();
  await first;

  expect(ran).toEqual([1, 2]);
  expect(await theJob()).toMatchObject({ state: "done", attempts: 2 });
});

test("retries wait longer each time, up to an hour", () => {
  expect([1, 2, 3, 4, 8].map(retryDelaySeconds)).toEqual([5, 15, 45, 135, 3600]);
});

const queueMail = (to: typeof db | Parameters<Parameters<typeof inTransaction>[1]>[0]) =>
  notify(to, {
    to: "pat@acme.example",
    template: "sign-in",
    props: {
      company: "Vendor",
      code: "K7QD-22MX",
      link: "http://localhost:3000/sign-in/link#t",
      minutes: 10,
      purpose: "sign-in",
    },
  });

const theMail = () => db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();
const theJob = () => db.selectFrom("job").selectAll().executeTakeFirstOrThrow();
const makeJobsDue = () =>
  db
    .updateTable("job")
    .set({ runAt: sql`now()` })
    .execute();
