import type { RateLimit } from "#app/platform/rate-limit.server.ts";

const hour = 3_600;

/** How long the link in the mail that asks for a confirmation works. */
export const confirmationHours = 72;

/** How many subscribers staff see at once; beyond that they search. */
export const mostShown = 200;

export const limits = {
  askByAddress: { name: "subscribe-ip", most: 10, perSeconds: hour },
  askByEmail: { name: "subscribe-email", most: 3, perSeconds: 15 * 60 },
  askByEmailADay: { name: "subscribe-email-day", most: 5, perSeconds: 24 * hour },
  confirmByAddress: { name: "subscribe-confirm-ip", most: 30, perSeconds: hour },
} as const satisfies Record<string, RateLimit>;
