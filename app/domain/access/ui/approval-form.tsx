import { Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { formatDate } from "#app/components/dates.ts";
import { TextArea } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { ActionBar } from "#app/components/pane-layout.tsx";
import { Audience, type AudienceName, Status } from "#app/components/status.tsx";
import type { GrantState } from "../grants.ts";
import { grantDayChoices, usualGrantDays } from "../limits.ts";
import { grantStateWords } from "../request-words.ts";

export type AskedDocument = {
  id: string;
  title: string;
  description: string;
  audience: AudienceName;
  requestable: boolean;
  decision: "approved" | "declined" | null;
  grant: { id: string; state: GrantState; days: number; expiresAt: string | null } | null;
};

interface ApprovalFormProps {
  requestId: string;
  documents: AskedDocument[];
  ndaNumber: number | null;
  /** The account's usual term. */
  usualDays: number | null;
  errors?: Record<string, string[] | undefined>;
  typedMessage?: string;
}

/** Which documents, for how long. What is not ticked is declined when the rest is approved. */
export function ApprovalForm(props: ApprovalFormProps) {
  const { requestId, documents, ndaNumber, usualDays, errors = {}, typedMessage } = props;
  const path = `/staff/requests/${requestId}`;
  const open = documents.filter((document) => document.requestable);
  return (
    <Form action={`${path}/approval`}>
      <FormErrors errors={errors} />
      <fieldset>
        <legend className="sub">Documents asked for</legend>
        <ul className="lines text-sm" id="documents">
          {documents.map((document) => (
            <AskedRow key={document.id} document={document} ndaNumber={ndaNumber} days={usualDays ?? usualGrantDays} />
          ))}
        </ul>
      </fieldset>
      <TextArea
        label="Message to the prospect"
        name="message"
        rows={2}
        optional
        defaultValue={typedMessage}
        hint="For example why a document was left out. They read it on their page."
        errors={errors.message}
      />
      <ActionBar>
        <Button variant="primary" disabled={open.length === 0}>
          {open.length === documents.length ? "Approve the ticked" : `Approve of ${countOf(open.length, "document")}`}
        </Button>
        <ButtonLink to={`${path}/question`}>Ask for more</ButtonLink>
        <ButtonLink variant="negative" to={`${path}/decline`}>
          Decline
        </ButtonLink>
      </ActionBar>
    </Form>
  );
}

function AskedRow(props: { document: AskedDocument; ndaNumber: number | null; days: number }) {
  const { document, ndaNumber, days: usual } = props;
  const { id, title, description, audience, requestable } = document;
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] items-start gap-x-4 gap-y-1 sm:grid-cols-[18px_minmax(0,1fr)_auto_auto]">
      <input
        type="checkbox"
        id={`ask-${id}`}
        name="documents[]"
        value={id}
        defaultChecked={requestable}
        disabled={!requestable}
        className="mt-0.5"
      />
      <label htmlFor={`ask-${id}`} className="min-w-0">
        <b>{title}</b>
        <small className="block text-ink2">{requestable ? noteOn(document) || description : "No longer given"}</small>
      </label>
      <Audience audience={audience} className="col-start-2 sm:col-start-auto">
        {audience === "nda" && ndaNumber ? `NDA version ${ndaNumber}` : undefined}
      </Audience>
      <select
        className="col-start-2 sm:col-start-auto"
        name={`days-${id}`}
        aria-label={`For how long: ${title}`}
        defaultValue={usual}
      >
        {[...new Set([...grantDayChoices, usual])]
          .sort((one, other) => one - other)
          .map((days) => (
            <option key={days} value={days}>
              {days} days
            </option>
          ))}
      </select>
    </li>
  );
}

function noteOn({ grant }: AskedDocument): string | null {
  if (!grant) return null;
  const until = grant.expiresAt ? ` on ${formatDate(grant.expiresAt)}` : "";
  if (grant.state === "expired") return `Had it before; that ended${until}`;
  if (grant.state === "revoked") return "Had it before; it was revoked";
  return "Has it already";
}

/** What became of each document, for requests that are decided and for those who do not decide. */
export function AskedDocuments({ documents, mayRevoke }: { documents: AskedDocument[]; mayRevoke: boolean }) {
  return (
    <div>
      <h3 className="sub">Documents asked for</h3>
      <ul className="lines text-sm">
        {documents.map((document) => (
          <li key={document.id} className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_220px]">
            <span>
              <b>{document.title}</b> <Audience audience={document.audience} className="ml-2 text-ink2" />
            </span>
            <span>
              <DecisionAndGrant document={document} />
              {mayRevoke && document.grant && isLive(document.grant.state) && (
                <Link className="text-13" to={`/staff/grants/${document.grant.id}/revocation`}>
                  Revoke<span className="sr-only"> {document.title}</span>
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isLive = (state: GrantState) => state === "open" || state === "waits-for-nda";

function DecisionAndGrant({ document: { decision, grant } }: { document: AskedDocument }) {
  if (decision === null) return <Status tone="pending" word="No decision yet" />;
  if (decision === "declined") return <Status tone="lapsed" word="Declined" />;
  if (!grant) return <Status tone="current" word="Approved" />;
  const { tone, word } = grantStateWords[grant.state];
  return <Status tone={tone} word={word} detail={termOf(grant)} />;
}

function termOf({ state, days, expiresAt }: NonNullable<AskedDocument["grant"]>): string | null {
  if (state === "waits-for-nda") return `for the NDA, then ${days} days`;
  if (state === "open") return expiresAt && `until ${formatDate(expiresAt)}`;
  return state === "expired" ? expiresAt && `on ${formatDate(expiresAt)}` : null;
}
