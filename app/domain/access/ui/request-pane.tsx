import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { formatDate, formatDateTime, formatDuration } from "#app/components/dates.ts";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Meter } from "#app/components/meter.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { countOf } from "#app/components/numbers.ts";
import { Status } from "#app/components/status.tsx";
import { Trail } from "#app/components/trail.tsx";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { detailOf, type HappeningKind, saidToStaff } from "../happenings.ts";
import { decisionHours } from "../limits.ts";
import { requestStatusWords } from "../request-words.ts";
import { RuleNote, type ShownRuleDecision } from "./rule-note.tsx";
import { ApprovalForm, AskedDocuments, type AskedDocument } from "./approval-form.tsx";

export type ShownRequest = {
  id: string;
  reference: string;
  status: AccessRequestStatus;
  name: string;
  email: string;
  title: string | null;
  companyAsTyped: string;
  companyName: string;
  companyAccountId: string;
  domains: string[];
  ownerName: string | null;
  accountSince: string;
  reason: string;
  message: string | null;
  verifiedAt: string | null;
  decidedAt: string | null;
  decideBy: string | null;
  deciderName: string | null;
  documents: AskedDocument[];
  messages: { text: string; at: string; name: string; kind: "staff" | "prospect" }[];
  acceptances: { id: string; ndaNumber: number; acceptedAt: string; company: string }[];
  colleagues: number;
  rule: ShownRuleDecision | null;
  assignedTo: string | null;
  deciders: { id: string; name: string }[];
  usualDays: number | null;
};

export type ShownHappening = {
  at: string;
  kind: HappeningKind;
  who: string;
  subject: string;
  detail: string | null;
};

interface RequestPaneProps {
  request: ShownRequest;
  happenings: ShownHappening[];
  ndaNumber: number | null;
  decides: boolean;
  now: string;
}

export function RequestPane({ request, happenings, ndaNumber, decides, now }: RequestPaneProps) {
  const waits = request.status === "pending" || request.status === "more-info";
  return (
    <>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-ink2">
            <Id>{request.reference}</Id>
            {request.verifiedAt && `, address proved ${formatDateTime(request.verifiedAt)}`}
          </p>
          <h2 className="text-xl">
            {request.name}, {request.companyName}
          </h2>
          <p className="text-ink2">
            {request.title && `${request.title}, `}
            <span className="[overflow-wrap:anywhere]">{request.email}</span>
          </p>
        </div>
        {request.status === "pending" ? <Clock request={request} now={now} /> : <Decided request={request} />}
      </div>
      <Messages request={request} />
      {waits && decides && <Assignment key={`${request.id} ${request.assignedTo ?? ""}`} request={request} />}
      {request.rule && <RuleNote requestId={request.id} rule={request.rule} mayUndo={decides} />}
      {waits && decides ? (
        <ApprovalForm
          key={request.id}
          requestId={request.id}
          documents={request.documents}
          ndaNumber={ndaNumber}
          usualDays={request.usualDays}
        />
      ) : (
        <AskedDocuments documents={request.documents} mayRevoke={decides} />
      )}
      <div className="columns">
        <RequestFacts request={request} />
        <AccountFacts request={request} />
      </div>
      <div className="pb-6">
        <h3 className="sub">What happened</h3>
        <Trail
          compact
          events={happenings.map((one) => ({ at: one.at, what: saidToStaff(one), detail: detailOf(one) }))}
        />
      </div>
    </>
  );
}

function Clock({ request: { verifiedAt, decideBy }, now }: { request: ShownRequest; now: string }) {
  if (!verifiedAt || !decideBy) return null;
  const left = Date.parse(decideBy) - Date.parse(now);
  const gone = Date.parse(now) - Date.parse(verifiedAt);
  return (
    <div className="grid w-48 content-start gap-1">
      <b>{left > 0 ? `${formatDuration(left)} left` : `Late by ${formatDuration(-left)}`}</b>
      <span className="text-ink2">due {formatDateTime(decideBy)}</span>
      <Meter
        label={`${formatDuration(gone)} of ${decisionHours} hours gone`}
        value={gone}
        max={decisionHours * 3_600_000}
        tone={left > 0 ? undefined : "ageing"}
      />
    </div>
  );
}

function Decided({ request: { status, deciderName, decidedAt } }: { request: ShownRequest }) {
  const { tone, word } = requestStatusWords[status];
  if (status === "more-info") return <Status tone={tone} word="Waits for the prospect" />;
  return (
    <Status
      tone={tone}
      word={word}
      detail={[deciderName && `by ${deciderName}`, decidedAt && formatDateTime(decidedAt)].filter(Boolean).join(", ")}
    />
  );
}

function Assignment({ request: { id, assignedTo, deciders } }: { request: ShownRequest }) {
  return (
    <Form
      method="post"
      action={`/staff/requests/${id}/assignment`}
      className="flex flex-wrap items-center gap-2 text-sm"
    >
      <label htmlFor="staffId">Who has it</label>
      <select id="staffId" name="staffId" className="w-auto" defaultValue={assignedTo ?? ""}>
        <option value="">Whoever decides first</option>
        {deciders.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <Button size="small">Assign</Button>
    </Form>
  );
}

function Messages({ request }: { request: ShownRequest }) {
  const said = request.status !== "pending" && request.status !== "more-info" && request.message;
  return (
    <>
      {request.messages.map((message) => (
        <Note key={message.at} title={`${message.kind === "staff" ? "Asked" : "Answered"} by ${message.name}`}>
          <p>“{message.text}”</p>
          <p className="text-ink2">{formatDateTime(message.at)}</p>
        </Note>
      ))}
      {said && <Note title="Told the prospect">“{said}”</Note>}
    </>
  );
}

function RequestFacts({ request }: { request: ShownRequest }) {
  return (
    <div>
      <h3 className="sub">The request</h3>
      <Facts compact>
        <Fact term="Reason">“{request.reason}”</Fact>
        <Fact term="Company, as typed">{request.companyAsTyped}</Fact>
        <Fact term="NDA">
          {request.acceptances.length === 0
            ? "None accepted yet"
            : request.acceptances.map((one) => (
                <a
                  key={one.id}
                  className="block"
                  href={`/staff/nda/acceptances/${one.id}/certificate`}
                >{`Version ${one.ndaNumber}, ${formatDate(one.acceptedAt)}, for ${one.company}`}</a>
              ))}
        </Fact>
      </Facts>
    </div>
  );
}

function AccountFacts({ request }: { request: ShownRequest }) {
  return (
    <div>
      <h3 className="sub">The account</h3>
      <Facts compact>
        <Fact term="Account">
          <Link to={`/staff/accounts/${request.companyAccountId}`}>{request.companyName}</Link>, since{" "}
          {formatDate(request.accountSince)}
        </Fact>
        <Fact term="Domains">{request.domains.join(", ") || "None: a free-mail address, which proves no company"}</Fact>
        <Fact term="Owner">{request.ownerName ?? "Nobody in sales yet"}</Fact>
        <Fact term="Others there">
          {request.colleagues === 0 ? "Nobody else" : countOf(request.colleagues, "other person", "other people")}
        </Fact>
      </Facts>
    </div>
  );
}
