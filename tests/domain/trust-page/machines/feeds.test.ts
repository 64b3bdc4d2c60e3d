import { describe, expect, test } from "vitest";
import { getFeed } from "#app/domain/trust-page/machines/machine-files.server.ts";
import { draftUpdate, publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import { db } from "#db/client.server.ts";
import { ada } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { brokenInAtom, brokenInJsonFeed } from "./feed-specs.ts";
import { elementsOf } from "./read-xml.ts";
import { aPublishedUpdate, aSubprocessor, nameTheCompany, origin } from "./scene.ts";

const now = new Date("2026-10-14T09:30:00Z");
const read = async (of: "updates" | "subprocessors", as: "atom" | "json", day = now) =>
  (await getFeed(db, { of, as, now: day })).body;

const atomNamespace = "http://www.w3.org/2005/Atom";

type JsonFeed = { items: Record<string, unknown>[] } & Record<string, unknown>;

/** What RFC 4287 asks of a feed. */
function expectAtom(xml: string) {
  const elements = elementsOf(xml);
  expect(elements.every(({ uri }) => uri === atomNamespace)).toBe(true);
  const ofFeed = elements.filter(({ within }) => within === "feed");
  for (const name of ["id", "title", "updated", "author"]) {
    expect([name, ofFeed.filter((element) => element.name === name).length]).toEqual([name, 1]);
  }
  expect(ofFeed.filter(({ name, attributes }) => name === "link" && attributes.rel === "self")).toHaveLength(1);
  const ofEntries = elements.filter(({ within }) => within === "feed/entry");
  const entries = ofFeed.filter(({ name }) => name === "entry").length;
  const texts = (name: string) => ofEntries.filter((element) => element.name === name).map(({ text }) => text);
  for (const name of ["id", "title", "updated", "content"]) expect([name, texts(name).length]).toEqual([name, entries]);
  expect(new Set(texts("id")).size).toBe(entries);
  for (const id of texts("id")) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const times = elements.filter(({ name }) => name === "updated" || name === "published").map(({ text }) => text);
  for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect([...texts("updated")].sort().reverse()).toEqual(texts("updated"));
  return { texts, updated: ofFeed.find(({ name }) => name === "updated")!.text };
}

describe("the feed of updates", () => {
  test("has what is published, newest first, whatever signs it holds", async () => {
    await nameTheCompany();
    await aPublishedUpdate("First", "2026-09-01T09:00:00Z");
    await aPublishedUpdate('Second <b>& "third"</b> \u000b]]>', "2026-09-02T09:00:00Z", "");
    const { texts, updated } = expectAtom(await read("updates", "atom"));
    expect(texts("title")).toEqual(['Second <b>& "third"</b> ]]>', "First"]);
    expect(texts("content")[1]).toBe("Both sites in time.");
    expect(updated).toBe("2026-09-02T09:00:00.000Z");
  });

  test("says the same as JSON Feed", async () => {
    await nameTheCompany();
    const id = await aPublishedUpdate("First", "2026-09-01T09:00:00Z");
    expect(JSON.parse(await read("updates", "json"))).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Orrery & Sons: updates",
      home_page_url: `${origin}/#updates`,
      feed_url: `${origin}/feeds/updates.json`,
      description: "What changed, newest first.",
      language: "en",
      authors: [{ name: "Orrery & Sons" }],
      items: [
        {
          id: `urn:uuid:${id}`,
          url: `${origin}/#update-${id}`,
          title: "First",
          content_text: "Both sites in time.",
          date_published: "2026-09-01T09:00:00.000Z",
          tags: ["General"],
        },
      ],
    });
  });

  test("is a feed also while there is nothing in it", async () => {
    expect(expectAtom(await read("updates", "atom")).updated).toBe("2026-10-14T00:00:00Z");
    expect((JSON.parse(await read("updates", "json")) as JsonFeed).items).toEqual([]);
  });
});

describe("the feed of subprocessors", () => {
  test("has the notice with the last day to object, the first day and the last day, each from its day on", async () => {
    await nameTheCompany();
    await aSubprocessor({ removedOn: "2026-12-31" });
    const titles = async (day: string) =>
      expectAtom(await read("subprocessors", "atom", new Date(`${day}T12:00:00Z`))).texts("title");
    const [notice, begun, ended] = [
      "Notice of a subprocessor: Cirrus <Cloud> Ltd",
      "Cirrus <Cloud> Ltd is a subprocessor",
      "Cirrus <Cloud> Ltd is no longer a subprocessor",
    ];
    expect(await titles("2026-08-30")).toEqual([]);
    expect(await titles("2026-08-31")).toEqual([notice]);
    expect(await titles("2026-10-01")).toEqual([begun, notice]);
    expect(await titles("2026-12-31")).toEqual([ended, begun, notice]);
    const { items } = JSON.parse(await read("subprocessors", "json")) as JsonFeed;
    expect(items.at(-1)).toMatchObject({
      content_text:
        "Hosting, Ireland. It is to begin on 1 Oct 2026. Customers may object until 30 Sep 2026, that day included.",
      tags: ["Planned"],
    });
  });

  test("keeps to the newest 50", async () => {
    await nameTheCompany();
    const one = { name: "One of many", service: "Hosting", announcedOn: "2026-01-01", addedOn: "2026-02-01" };
    await db
      .insertInto("subprocessor")
      .values(Array.from({ length: 40 }, () => one))
      .execute();
    await publishDraft();
    expect(expectAtom(await read("subprocessors", "atom")).texts("id")).toHaveLength(50);
  });
});

describe("read by the specifications alone", () => {
  const feeds = ["updates", "subprocessors"] as const;

  async function somethingOfEverything() {
    await nameTheCompany({ name: "Orrery & <Sons>" });
    await aPublishedUpdate('One <b>& "two"</b> \u000b]]>', "2026-09-02T09:00:00Z", "");
    await aPublishedUpdate("Same hour", "2026-09-02T09:00:00Z");
    await aSubprocessor({ removedOn: "2026-10-10" });
    await aSubprocessor({ name: "Without a notice", announcedOn: "", objectUntil: "" });
  }

  test("every feed is Atom and JSON Feed, full or empty", async () => {
    for (const of of feeds) {
      expect(brokenInAtom(await read(of, "atom")), `${of} while empty`).toEqual([]);
      expect(brokenInJsonFeed(await read(of, "json")), `${of} while empty`).toEqual([]);
    }
    await somethingOfEverything();
    for (const of of feeds) {
      const xml = await read(of, "atom");
      expect(brokenInAtom(xml), of).toEqual([]);
      expect(brokenInJsonFeed(await read(of, "json")), of).toEqual([]);
      expect(xml.match(/<entry>/g)!.length, of).toBeGreaterThan(1);
    }
  });

  test.each<[string, (xml: string) => string, string]>([
    ["an author", (xml) => xml.replace(/<author>.*<\/author>/, ""), "4.1.1: the feed or each entry has an author"],
    ["an id", (xml) => xml.replace(/<id>urn.*<\/id>/, ""), "4.1.2: entry has exactly one id"],
    [
      "a real instant",
      (xml) => xml.replace(/<updated>[^<]*/, "<updated>yesterday"),
      "3.3: updated yesterday is an instant",
    ],
    ["a link to itself", (xml) => xml.replace(/<link rel="self"[^>]*>/, ""), "4.1.1: the feed says where it is"],
    ["a term", (xml) => xml.replace(/term="[^"]*"/, ""), "4.2.2.1: a category has a term"],
    ["a whole address", (xml) => xml.replace(/href="http:[^"]*#up/, 'href="#up'), "4.2.7.1: the link #up"],
  ])("the check misses no feed without %s", async (_, spoil, complaint) => {
    await somethingOfEverything();
    expect(brokenInAtom(spoil(await read("updates", "atom"))).join("\n")).toContain(complaint);
  });

  test.each<[string, (feed: JsonFeed) => unknown, string]>([
    ["its version", (feed) => (feed.version = "https://jsonfeed.org/version/1"), "version is the address of 1.1"],
    ["text for an id", (feed) => (feed.items[0]!.id = 7), "an item has an id that is text"],
    ["content", (feed) => delete feed.items[0]!.content_text, "an item has content"],
    ["different ids", (feed) => (feed.items[1]!.id = feed.items[0]!.id), "no two items have the same id"],
    ["known members", (feed) => (feed.author = { name: "x" }), "every member is known"],
  ])("the check misses no JSON feed without %s", async (_, spoil, complaint) => {
    await somethingOfEverything();
    const feed = JSON.parse(await read("updates", "json")) as JsonFeed;
    spoil(feed);
    expect(brokenInJsonFeed(JSON.stringify(feed))).toEqual([complaint]);
  });

  test("an update for a named list is in none of them", async () => {
    await nameTheCompany();
    const details = { topic: "incidents" as const, title: "For one customer", body: "", channel: "list" as const };
    const updateId = await draftUpdate(db, await ada(), { ...details, list: ["lee@third.example"] });
    await publishUpdate(db, await ada(), updateId);
    for (const as of ["atom", "json"] as const) {
      expect(await read("updates", as, new Date(Date.now() + 60_000))).not.toContain("For one customer");
    }
  });
});
