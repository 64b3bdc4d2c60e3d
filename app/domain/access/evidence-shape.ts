import { z } from "zod";
import { type Evidence, evidenceFormat } from "./evidence.ts";
import { firstSealFormat, sealFormat } from "./seal.ts";

/** Half a surrogate pair has no bytes in UTF-8, so it could stand for anything. */
const text = z.string().refine((value) => !/[\ud800-\udfff]/u.test(value));
const id = z.uuid();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int();
const moment = z.iso.datetime({ precision: 3 });

const details: z.ZodType<unknown> = z.lazy(() =>
  z.union([text, whole, z.boolean(), z.null(), z.array(details), z.record(text, details)]),
);

const acceptance = z.strictObject({
  id,
  ndaVersionId: id,
  ndaSha256: hash,
  personId: id,
  companyAccountId: id.nullable(),
  email: text,
  fullName: text,
  title: text,
  company: text,
  authorised: z.literal(true),
  consentSentence: text,
  buttonLabel: text,
  pageSha256: hash,
  events: z.array(z.strictObject({ name: text, serverTime: moment, clientTime: text.nullable() })).min(1),
  provedBy: text,
  ipAddress: text,
  userAgent: text,
  sessionHash: text,
  accessRequestId: id.nullable(),
  acceptedAt: moment,
  sealFormat: z.enum([firstSealFormat, sealFormat]),
  language: text.nullable(),
  pageTemplate: text.nullable(),
  httpRequestId: text.nullable(),
  proofEventId: id.nullable(),
  provedAt: moment.nullable(),
  purpose: text.nullable(),
  obligationsUntil: z.iso.date().nullable(),
  grants: z.array(id).nullable(),
  mailId: id.nullable(),
});

const auditEvent = z.strictObject({
  seq: z.string().regex(/^[1-9]\d*$/),
  id,
  at: moment,
  action: text,
  actorKind: text,
  actorId: id.nullable(),
  actorName: text,
  subjectKind: text,
  subjectId: text.nullable(),
  details: z.record(text, details),
  previousHash: hash,
  hash,
});

/** Strict: what the format does not know is not evidence. */
export const evidenceShape = z.strictObject({
  format: z.literal(evidenceFormat),
  vendor: text,
  madeAt: moment,
  acceptance,
  seal: hash,
  nda: z.strictObject({
    ...{ id, number: whole, title: text, language: text, effectiveFrom: moment },
    format: z.enum(["markdown", "pdf"]),
    bytes: z.base64(),
  }),
  pageWords: text,
  audit: z.array(auditEvent).min(1),
  delivery: z
    .strictObject({ mailId: id, state: text, sentAt: moment.nullable(), providerId: text.nullable() })
    .nullable(),
  files: z.array(z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/), sha256: hash })),
  digest: hash,
}) satisfies z.ZodType<Evidence>;
