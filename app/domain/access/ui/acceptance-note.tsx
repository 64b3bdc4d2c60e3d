import { Download, FileText } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Hash } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { DateTime } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";

export type OwnAcceptance = {
  id: string;
  ndaNumber: number;
  ndaTitle: string;
  ndaSha256: string;
  fullName: string;
  title: string;
  company: string;
  acceptedAt: string;
  seal: string;
};

export function AcceptanceNote({ acceptance }: { acceptance: OwnAcceptance }) {
  const said = useWords().agreement;
  const { fullName: name, title, company } = acceptance;
  return (
    <Note tone="current" title={said.acceptedBy({ name, title, company })}>
      <Facts className="mt-2">
        <Fact term={said.when}>
          <DateTime date={acceptance.acceptedAt} />
        </Fact>
        <Fact term={said.textShort}>
          {acceptance.ndaTitle}, {said.version(acceptance.ndaNumber)},{" "}
          <Hash kind="sha256" value={acceptance.ndaSha256} />
        </Fact>
        <Fact term={said.seal}>
          <Hash value={acceptance.seal} />
        </Fact>
      </Facts>
      <p className="flex flex-wrap gap-2 pt-2">
        <ButtonLink size="small" icon={FileText} to={`/portal/acceptances/${acceptance.id}/nda`}>
          {said.agreement}
        </ButtonLink>
        <ButtonLink size="small" icon={Download} href={`/portal/acceptances/${acceptance.id}/certificate`}>
          {said.certificate}
        </ButtonLink>
        <ButtonLink size="small" icon={Download} href={`/portal/acceptances/${acceptance.id}/evidence`}>
          {said.evidence}
        </ButtonLink>
      </p>
    </Note>
  );
}
