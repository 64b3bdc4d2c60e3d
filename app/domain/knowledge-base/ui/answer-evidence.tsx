import { Link } from "@remix-run/react";
import { Fact, Facts } from "#app/components/facts.tsx";
import { EvidenceSection } from "#app/components/pane-layout.tsx";
import { Audience } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { Audience as AudienceName } from "#app/domain/knowledge-base/answers.ts";
import { countOf } from "#app/components/numbers.ts";

export interface AnswerEvidenceProps {
  answer: {
    id: string;
    ownerName: string | null;
    approverName: string | null;
    approvedAt: string | null;
    reviewBy: string | null;
    approvedVersion: number | null;
    current: { number: number; audience: AudienceName; products: string[]; tags: string[]; notes: string };
    versions: { number: number; authorName: string | null; createdAt: string; reason: string }[];
  };
  deliveries: {
    times: number;
    accounts: number;
    recent: { id: string; deliveredAt: string; questionnaireId: string; title: string; accountName: string | null }[];
  };
}

export function AnswerEvidence({ answer, deliveries }: AnswerEvidenceProps) {
  const { current } = answer;
  return (
    <>
      <EvidenceSection title="Facts">
        <Facts compact>
          <Fact term="Owner">{answer.ownerName ?? "Nobody"}</Fact>
          <Fact term="Audience">
            <Audience audience={current.audience} />
          </Fact>
          <Fact term="Products">{current.products.join(", ") || "All"}</Fact>
          {current.tags.length > 0 && <Fact term="Tags">{current.tags.join(", ")}</Fact>}
          <Fact term="Approved">
            {answer.approvedAt ? (
              <>
                <DateText date={answer.approvedAt} />
                {answer.approverName && ` by ${answer.approverName}`}
              </>
            ) : (
              "Never"
            )}
          </Fact>
          {answer.reviewBy && (
            <Fact term="Next review">
              <DateText date={answer.reviewBy} />
            </Fact>
          )}
        </Facts>
      </EvidenceSection>
      <EvidenceSection title="Versions">
        <ol className="grid gap-2 text-13">
          {answer.versions.map((version) => (
            <li key={version.number}>
              <Link to={`/staff/answers/${answer.id}?version=${version.number}`} preventScrollReset>
                Version {version.number}
              </Link>
              {version.number === answer.approvedVersion && ", approved"}
              <br />
              <span className="text-ink2">
                <DateText date={version.createdAt} />, {version.authorName ?? "Candor"}
                {version.reason && `: “${version.reason}”`}
              </span>
            </li>
          ))}
        </ol>
      </EvidenceSection>
      <EvidenceSection title="Told to" aside={deliveries.times > 0 && countOf(deliveries.accounts, "account")}>
        {deliveries.times === 0 ? (
          <p className="text-13 text-ink2">Nobody yet.</p>
        ) : (
          <ul className="grid gap-2 text-13">
            {deliveries.recent.map((one) => (
              <li key={one.id}>
                <DateText date={one.deliveredAt} />, {one.accountName ?? "no account"}
                <br />
                <Link to={`/staff/questionnaires/${one.questionnaireId}`}>{one.title}</Link>
              </li>
            ))}
          </ul>
        )}
      </EvidenceSection>
      {current.notes && (
        <EvidenceSection title="Notes for staff">
          <p className="text-13 whitespace-pre-wrap">{current.notes}</p>
        </EvidenceSection>
      )}
    </>
  );
}
