import { appOrigin } from "#app/platform/env.server.ts";
import { keyedHash, sameSecret } from "#app/platform/tokens.server.ts";
import { whereToEnd } from "./addresses.ts";

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{32})$/;

/**
 * The secret that each mail carries. It is worked out from the subscription's id, so that nothing of it is stored, and
 * it opens that subscription and nothing else. Another SECRET_KEY makes every key anew.
 */
export const keyOf = (subscriptionId: string): string => `${subscriptionId}.${seal(subscriptionId)}`;

/** The subscription that a key opens, if the key is one of ours; null means no. */
export function subscriptionOf(key: string): string | null {
  const [, id, sealed] = shape.exec(key) ?? [];
  return id && sealed && sameSecret(sealed, seal(id)) ? id : null;
}

const seal = (subscriptionId: string) => keyedHash("subscription", subscriptionId).slice(0, 32);

export const managePath = (key: string): string => `/subscription?key=${key}`;

/** For a mail: where its reader changes or ends the subscription. */
export function linksOf(subscriptionId: string): { manageLink: string; endLink: string } {
  const key = keyOf(subscriptionId);
  const origin = appOrigin();
  return { manageLink: `${origin}${managePath(key)}`, endLink: `${origin}${whereToEnd}?key=${key}` };
}
