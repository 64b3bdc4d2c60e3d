import { NotFound } from "#app/domain/errors.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { getPublishedFacts } from "../publications.server.ts";
import { componentDefinition } from "../oscal/component-definition.ts";
import { getPublicChange } from "../public-record.server.ts";
import { getTrustPage, trustPageOf } from "../trust-page.server.ts";
import type { PublicAnswer, TrustPage } from "../trust-page.ts";
import { badge } from "./badge.ts";
import { signDetached } from "./detached-signature.server.ts";
import { subprocessorFeed, updateFeed } from "./feed-entries.ts";
import { atom, jsonFeed, type Feed } from "./feed.ts";
import { recordFactsOf } from "./record-facts.ts";
import { getSigningKey, listPublicKeys } from "./signing-key.server.ts";
import { robotsTxt, securityTxt, sitemap } from "./site-files.ts";
import { trustJson, writtenJson } from "./trust-json.ts";
import { publishedSchema } from "./trust-schema.ts";

/** `sameAs`: what two readings have in common while nothing has changed; the body itself, if not given. */
export type MachineFile = { body: string; mediaType: string; sameAs?: string; signature?: string };

const everyControl = { q: "", category: null };
const pageAt = (db: Db, now: Date): Promise<TrustPage> => getTrustPage(db, { now, filter: everyControl });
const file = (mediaType: string, body: string): MachineFile => ({ mediaType, body });

async function signed(db: Db, unsigned: MachineFile): Promise<MachineFile> {
  return { ...unsigned, signature: signDetached(unsigned.body, await getSigningKey(db)) };
}

export async function getTrustJson(db: Db, { now, answers }: { now: Date; answers: PublicAnswer[] }) {
  const published = await getPublishedFacts(db);
  const page = await trustPageOf(db, published, { now, filter: everyControl });
  const value = trustJson({ page, answers, facts: recordFactsOf(published), origin: appOrigin() });
  const sameAs = writtenJson({ ...value, generatedAt: "" });
  return signed(db, { ...file("application/json", writtenJson(value)), sameAs });
}

export const getTrustSchema = (): MachineFile => file("application/schema+json", publishedSchema());

export async function getBadge(db: Db, now: Date): Promise<MachineFile> {
  return signed(db, file("image/svg+xml", badge(await pageAt(db, now))));
}

export async function getTrustKeys(db: Db): Promise<MachineFile> {
  return file("application/jwk-set+json", `${JSON.stringify({ keys: await listPublicKeys(db) })}\n`);
}

const feeds = { updates: updateFeed, subprocessors: subprocessorFeed };
const feedFormats = {
  atom: (feed: Feed) => file("application/atom+xml", atom(feed)),
  json: (feed: Feed) => file("application/feed+json", jsonFeed(feed)),
};

export type FeedWish = { of: keyof typeof feeds; as: keyof typeof feedFormats; now: Date };

export async function getFeed(db: Db, { of, as, now }: FeedWish): Promise<MachineFile> {
  return feedFormats[as](feeds[of](await pageAt(db, now), appOrigin()));
}

export async function getSecurityTxt(db: Db, now: Date): Promise<MachineFile> {
  const text = securityTxt(await pageAt(db, now), appOrigin());
  if (!text) throw new NotFound("trust-page.no-security-contact", "No address for reports has been set up.");
  return file("text/plain", text);
}

export async function getSitemap(db: Db, now: Date): Promise<MachineFile> {
  return file("application/xml", sitemap(await pageAt(db, now), appOrigin()));
}

/** The published controls for tools that read OSCAL. */
export async function getComponentDefinition(db: Db, now: Date): Promise<MachineFile> {
  const page = await pageAt(db, now);
  const written = (changedAt: Date) => componentDefinition(page, { origin: appOrigin(), changedAt });
  const body = written((await getPublicChange(db)) ?? now);
  return { ...file("application/json", body), sameAs: written(new Date(0)) };
}

export const getRobotsTxt = (): MachineFile => file("text/plain", robotsTxt(appOrigin()));
