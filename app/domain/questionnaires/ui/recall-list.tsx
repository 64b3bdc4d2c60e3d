import { Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { TextArea, TextField } from "#app/components/field.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Form } from "#app/components/form.tsx";
import { Id } from "#app/components/mono.tsx";
import { DateText } from "#app/components/time.tsx";
import type { ToldOtherwise } from "#app/domain/questionnaires/corrections.ts";

export type RecallDraft = Omit<ToldOtherwise, "told"> & {
  told: { at: string };
  notice: { told: string; now: string | null };
};

/** Each account that has the old words, with the notice as it would be sent. */
export function RecallList({ drafts }: { drafts: RecallDraft[] }) {
  return (
    <ul className="grid gap-4">
      {drafts.map((draft) => (
        <li key={draft.deliveredId} className="paper">
          <div className="paper-head">
            <span>
              <b>
                <Link to={`/staff/accounts/${draft.accountId}`}>{draft.accountName}</Link>
              </b>
              , in <Link to={`/staff/questionnaires/${draft.questionnaireId}`}>{draft.title}</Link>
            </span>
            <span>
              <Link to={`/staff/answers/${draft.answerId}`}>
                <Id>{draft.key}</Id>
              </Link>
              , told on <DateText date={draft.told.at} />
            </span>
          </div>
          <div className="grid gap-3 p-3.5">
            <Facts>
              <Fact term="Asked">{draft.question}</Fact>
              <Fact term="Told">
                <del className="whitespace-pre-wrap">{draft.notice.told || "That it no longer holds"}</del>
              </Fact>
              <Fact term="Now">
                <NowText draft={draft} />
              </Fact>
            </Facts>
            <Decision draft={draft} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function NowText({ draft: { notice, now } }: { draft: RecallDraft }) {
  if (notice.now !== null) return <ins className="whitespace-pre-wrap">{notice.now}</ins>;
  if (now === null) return <>The answer was retired. The notice says that it no longer holds.</>;
  return (
    <>The new text is not for this account, or waits for approval. The notice says only that the old no longer holds.</>
  );
}

function Decision({ draft: { deliveredId, now, accountName } }: { draft: RecallDraft }) {
  const shown = <input type="hidden" name="now" value={now?.version ?? ""} />;
  return (
    <>
      <Form action={`/staff/corrections/${deliveredId}/notice`}>
        {shown}
        <TextArea label="A word of your own" name="note" rows={2} maxLength={1000} optional />
        <Button variant="primary" size="small">
          Send the correction to {accountName}
        </Button>
      </Form>
      <Fold summary="No notice is needed" variant="link">
        <Form action={`/staff/corrections/${deliveredId}/dismissal`}>
          {shown}
          <TextField label="Why" name="note" required maxLength={1000} />
          <Button size="small">Dismiss</Button>
        </Form>
      </Fold>
    </>
  );
}
