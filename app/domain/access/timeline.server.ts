import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { Happening } from "./happenings.ts";

/** What an account's people asked, accepted and downloaded, and what staff did for them; newest first. */
export async function listAccountHappenings(db: Db, companyAccountId: string): Promise<Happening[]> {
  const links = sql`
    union all select share_link.created_at, 'link-made', maker.name,
      array_to_string(array(select document.title from share_link_document
        join document on document.id = share_link_document.document_id
        where share_link_document.share_link_id = share_link.id order by document.position), ', '), nullif(share_link.note, '')
      from share_link join person maker on maker.id = share_link.created_by
      where share_link.company_account_id = ${companyAccountId}
    union all select share_link.revoked_at, 'link-revoked', revoker.name, '', nullif(share_link.note, '')
      from share_link join person revoker on revoker.id = share_link.revoked_by
      where share_link.company_account_id = ${companyAccountId}`;
  return list(db, {
    requests: sql`access_request.company_account_id = ${companyAccountId}`,
    people: sql`person.company_account_id = ${companyAccountId}`,
    links,
  });
}

/** The story of one request, with what its grants led to. */
export async function listRequestHappenings(db: Db, requestId: string): Promise<Happening[]> {
  return list(db, {
    requests: sql`access_request.id = ${requestId}`,
    people: sql`person.id = (select person_id from access_request where id = ${requestId})`,
    grants: sql`and access_grant.access_request_id = ${requestId}`,
    acceptances: sql`and exists (select from access_grant where access_grant.access_request_id = ${requestId}
      and access_grant.requires_nda_version_id = nda_acceptance.nda_version_id)`,
  });
}

type Scope = {
  requests: RawBuilder<unknown>;
  people: RawBuilder<unknown>;
  grants?: RawBuilder<unknown>;
  acceptances?: RawBuilder<unknown>;
  links?: RawBuilder<unknown>;
};

async function list(db: Db, scope: Scope): Promise<Happening[]> {
  const none = sql``;
  const { rows } = await sql<Happening>`
    select at, kind, who, subject, detail from (
      ${ofRequests(scope.requests)}
      ${ofMessages(scope.requests)}
      ${ofAcceptances(scope.people, scope.acceptances ?? none)}
      ${ofGrants(scope.people, scope.grants ?? none)}
      ${scope.links ?? none}
    ) as happening (at, kind, who, subject, detail)
    order by at desc, kind desc limit 300`.execute(db);
  return rows;
}

const titles = sql`array_to_string(array(select document.title from access_request_document
  join document on document.id = access_request_document.document_id
  where access_request_document.access_request_id = access_request.id order by document.position), ', ')`;

/** What a rule decided is said of the rule, not of whoever saved it. */
export const decidingRule = sql<string | null>`(select '“' || rule_decision.rule_name || '”' from rule_decision
  where rule_decision.access_request_id = access_request.id and rule_decision.outcome in ('approve', 'decline')
    and rule_decision.undone_at is null limit 1)`;

const ofRequests = (within: RawBuilder<unknown>) => sql`
  select access_request.requested_at, 'asked', access_request.name, ${titles}, access_request.reason
    from access_request where ${within} and access_request.status <> 'unverified'
  union all select access_request.verified_at, 'verified', access_request.name, access_request.reference, null
    from access_request where ${within} and access_request.verified_at is not null
      and access_request.requested_at < access_request.verified_at and access_request.status <> 'expired'
      and not exists (select from access_grant where access_grant.access_request_id = access_request.id
        and access_grant.share_link_id is not null)
  union all select access_request.decided_at, access_request.status, coalesce('The rule ' || ${decidingRule}, decider.name),
      access_request.reference, access_request.message
    from access_request join person decider on decider.id = access_request.decided_by
    where ${within} and not exists (select from access_grant where access_grant.access_request_id = access_request.id
        and access_grant.share_link_id is not null)`;

const ofMessages = (within: RawBuilder<unknown>) => sql`
  union all select message.at, case person.kind when 'staff' then 'question' else 'answer' end, person.name,
      access_request.reference, message.text
    from access_request_message message
    join access_request on access_request.id = message.access_request_id
    join person on person.id = message.person_id
    where ${within}`;

const ofAcceptances = (people: RawBuilder<unknown>, only: RawBuilder<unknown>) => sql`
  union all select nda_acceptance.accepted_at, 'accepted-nda', nda_acceptance.full_name,
      nda_version.title || ', version ' || nda_version.number, nda_acceptance.company
    from nda_acceptance
    join nda_version on nda_version.id = nda_acceptance.nda_version_id
    join person on person.id = nda_acceptance.person_id
    where ${people} ${only}`;

const ofGrants = (people: RawBuilder<unknown>, only: RawBuilder<unknown>) => sql`
  union all select access_grant.granted_at, 'granted-by-link', person.name, document.title, null
    from access_grant
    join person on person.id = access_grant.person_id
    join document on document.id = access_grant.document_id
    where ${people} ${only} and access_grant.share_link_id is not null
  union all select access_grant.revoked_at, 'grant-revoked', revoker.name, document.title, access_grant.revoke_reason
    from access_grant
    join person on person.id = access_grant.person_id
    join person revoker on revoker.id = access_grant.revoked_by
    join document on document.id = access_grant.document_id
    where ${people} ${only}
  union all select download.at, 'downloaded', person.name, document.title, download.copy_id
    from download
    join access_grant on access_grant.id = download.access_grant_id
    join person on person.id = access_grant.person_id
    join document on document.id = access_grant.document_id
    where ${people} ${only}`;
