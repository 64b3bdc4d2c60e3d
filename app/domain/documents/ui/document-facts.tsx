import { Fact, Facts } from "#app/components/facts.tsx";
import { Audience as AudienceMark, Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { type Audience, audienceMeanings, type DocumentKind, kindNames } from "../document-words.ts";

export type DocumentFactsProps = {
  description: string;
  kind: DocumentKind;
  audience: Audience;
  withdrawnAt: string | null;
};

export function DocumentFacts({ document }: { document: DocumentFactsProps }) {
  const { description, kind, audience, withdrawnAt } = document;
  return (
    <Facts>
      {withdrawnAt && (
        <Fact term="State">
          <Status tone="lapsed" word="Withdrawn">
            on <DateText date={withdrawnAt} />
          </Status>
        </Fact>
      )}
      <Fact term="Audience">
        <AudienceMark audience={audience} />
        <small className="block text-ink2">{audienceMeanings[audience]}</small>
      </Fact>
      <Fact term="Kind">{kindNames[kind]}</Fact>
      {description && <Fact term="Description">{description}</Fact>}
    </Facts>
  );
}
