import type { RateLimit } from "#app/platform/rate-limit.server.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const sessionLife = {
  staff: { idleMinutes: 30, absoluteHours: 12 },
  prospect: { idleMinutes: 120, absoluteHours: 24 },
} as const;

export const challengeMinutes = 10;
export const challengeTries = 5;
export const inviteHours = 24;
export const shortestPassword = 15;
export const longestPassword = 128;

export const limits = {
  challengeByAddress: { name: "challenge-ip", most: 10, perSeconds: hour },
  challengeByEmail: { name: "challenge-email", most: 3, perSeconds: 15 * minute },
  challengeByEmailADay: { name: "challenge-email-day", most: 10, perSeconds: day },
  codeByAddress: { name: "code-ip", most: 30, perSeconds: hour },
  staffSignInByAddress: { name: "staff-sign-in-ip", most: 20, perSeconds: 15 * minute },
  staffSignInByEmail: { name: "staff-sign-in-email", most: 10, perSeconds: 15 * minute },
  setUpByAddress: { name: "set-up-ip", most: 20, perSeconds: hour },
  joinByAddress: { name: "join-ip", most: 30, perSeconds: hour },
} as const satisfies Record<string, RateLimit>;
