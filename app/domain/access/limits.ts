import type { RateLimit } from "#app/platform/rate-limit.server.ts";

const hour = 60 * 60;
const day = 24 * hour;

export const limits = {
  requestByAddress: { name: "request-ip", most: 5, perSeconds: hour },
  requestByEmail: { name: "request-email", most: 3, perSeconds: day },
  requestByDomain: { name: "request-domain", most: 20, perSeconds: day },
  requestByProspect: { name: "request-person", most: 20, perSeconds: day },
  acceptanceByAddress: { name: "nda-ip", most: 10, perSeconds: hour },
  acceptanceBySession: { name: "nda-session", most: 5, perSeconds: hour },
  downloadByAddress: { name: "download-ip", most: 60, perSeconds: hour },
  downloadByDocument: { name: "download-document", most: 20, perSeconds: day },
  downloadByPerson: { name: "download-person", most: 100, perSeconds: day },
  traceByPerson: { name: "trace-person", most: 30, perSeconds: hour },
  receiptByAddress: { name: "receipt-ip", most: 30, perSeconds: hour },
} as const satisfies Record<string, RateLimit>;

/** Within this time after the address was proved, Security means to have decided. */
export const decisionHours = 24;

/** An unverified request that nobody proved an address for is closed after this. */
export const unverifiedHours = 24;

export const shortestGrantDays = 1;
export const longestGrantDays = 365;
export const usualGrantDays = 30;
export const grantDayChoices = [7, 14, 30, 60, 90, 180, 365] as const;

export const longestShareLinkDays = 180;
export const usualShareLinkDays = 30;
export const mostLinkAddresses = 100;

/** The page with the NDA has to be sent back within this. */
export const presentationHours = 24;

export const shortestNdaCharacters = 40;
export const mostNdaMebibytes = 10;

/** A found file may be this large, and is held against the copies of so many files. */
export const mostTracedMebibytes = 50;
export const mostOriginalsTried = 12;

/** After this, no further original is compared: staff choose the document and ask again. */
export const traceSeconds = 90;

/** Holders are told of a replacement that is at most this old. */
export const replacementDays = 7;
