import type { Generated } from "kysely";
import type { GeneratedTimestamp, Timestamp } from "./column-types.ts";

export type PersonKind = "staff" | "prospect";
export type StaffRole = "admin" | "security" | "sales";

export interface PersonTable {
  id: Generated<string>;
  kind: PersonKind;
  email: string;
  emailAsTyped: string;
  name: string;
  title: string | null;
  role: StaffRole | null;
  passwordHash: string | null;
  companyAccountId: string | null;
  createdAt: GeneratedTimestamp;
  disabledAt: Timestamp | null;
}

export interface CompanyAccountTable {
  id: Generated<string>;
  name: string;
  domains: Generated<string[]>;
  ownerId: string | null;
  notes: Generated<string>;
  createdAt: GeneratedTimestamp;
  /** Who on staff vouches that the domains are the company's; null for an account that came of itself. */
  domainsConfirmedBy: string | null;
}

export interface SessionTable {
  id: string;
  personId: string;
  createdAt: GeneratedTimestamp;
  lastSeenAt: GeneratedTimestamp;
  expiresAt: Timestamp;
  absoluteExpiresAt: Timestamp;
  provedBy: string;
  ipAddress: string;
  userAgent: string;
}

export interface SignInChallengeTable {
  id: Generated<string>;
  email: string;
  browserHash: string;
  tokenHash: string;
  codeHash: string;
  triesLeft: Generated<number>;
  createdAt: GeneratedTimestamp;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
}

export interface StaffInviteTable {
  id: Generated<string>;
  email: string;
  name: string;
  role: StaffRole;
  tokenHash: string;
  invitedBy: string | null;
  createdAt: GeneratedTimestamp;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
}

export interface SetupTokenTable {
  id: Generated<number>;
  tokenHash: string;
  createdAt: GeneratedTimestamp;
  usedAt: Timestamp | null;
}

export type MailDomainKind = "free-mail" | "disposable";

/** The operator's additions to the lists of mailbox providers. */
export interface MailDomainTable {
  domain: string;
  kind: MailDomainKind;
  addedBy: string;
  addedAt: GeneratedTimestamp;
}

export interface AccountsTables {
  person: PersonTable;
  companyAccount: CompanyAccountTable;
  session: SessionTable;
  signInChallenge: SignInChallengeTable;
  staffInvite: StaffInviteTable;
  setupToken: SetupTokenTable;
  mailDomain: MailDomainTable;
}
