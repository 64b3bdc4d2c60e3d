import { sql } from "kysely";

/** Approved, in date, and resting on nothing that has changed since: only such an answer is reused. */
export const inForce = sql<boolean>`(answer.approved_version is not null and answer.stale_since is null
  and (answer.review_by is null or answer.review_by >= current_date))`;

/** Approved once, and not to be reused until someone approves it again. */
export const needsReapproval = sql<boolean>`(answer.approved_version is not null and not ${inForce})`;
