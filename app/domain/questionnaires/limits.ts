import type { RateLimit } from "#app/platform/rate-limit.server.ts";

const hour = 3600;

export const limits = {
  sentByPerson: { name: "questionnaire-person-day", most: 20, perSeconds: 24 * hour },
  sentByAddress: { name: "questionnaire-ip", most: 10, perSeconds: hour },
} as const satisfies Record<string, RateLimit>;
