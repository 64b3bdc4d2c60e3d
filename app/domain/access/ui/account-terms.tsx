import { Form as PlainForm } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { formatDate } from "#app/components/dates.ts";
import { Fact, Facts } from "#app/components/facts.tsx";
import { CheckboxGroup, DateField, FileField, RadioGroup, TextArea, TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";

export type ShownGround = {
  id: string;
  kind: "signed-elsewhere" | "waived";
  reason: string;
  signedOn: string | null;
  paperName: string | null;
  madeAt: string;
  madeByName: string;
  endedAt: string | null;
  endedByName: string | null;
};

export type ShownTerms = {
  defaultDays: number | null;
  documentIds: string[];
  ground: ShownGround | null;
  grounds: ShownGround[];
};

const kinds = { "signed-elsewhere": "Signed elsewhere", waived: "Waived" };

interface AccountTermsFactsProps {
  accountId: string;
  terms: ShownTerms;
  documents: { id: string; title: string }[];
  mayChange: boolean;
}

/** What decisions for the account start from. */
export function AccountTermsFacts({ accountId, terms, documents, mayChange }: AccountTermsFactsProps) {
  const path = `/staff/accounts/${accountId}`;
  const usual = documents.filter(({ id }) => terms.documentIds.includes(id)).map(({ title }) => title);
  const ended = terms.grounds.filter((ground) => ground.endedAt !== null);
  return (
    <>
      <Facts>
        <Fact term="NDA">
          {terms.ground ? <GroundWords accountId={accountId} ground={terms.ground} /> : "Accepted by each person, here"}
        </Fact>
        <Fact term="Usual documents">{usual.join(", ") || "None chosen"}</Fact>
        <Fact term="Usual term">{terms.defaultDays ? `${terms.defaultDays} days` : "As everywhere"}</Fact>
        {ended.map((ground) => (
          <Fact key={ground.id} term="Before">
            <GroundWords accountId={accountId} ground={ground} />
          </Fact>
        ))}
      </Facts>
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="small" to={`${path}/terms`}>
            Change the usual terms
          </ButtonLink>
          {terms.ground ? (
            <PlainForm method="post" action={`${path}/nda/ending`}>
              <Button size="small" variant="negative">
                Ask for the NDA again
              </Button>
            </PlainForm>
          ) : (
            <ButtonLink size="small" to={`${path}/nda`}>
              Put something in the NDA’s place
            </ButtonLink>
          )}
        </div>
      )}
    </>
  );
}

function GroundWords({ accountId, ground }: { accountId: string; ground: ShownGround }) {
  return (
    <>
      {kinds[ground.kind]}
      {ground.signedOn && ` on ${formatDate(ground.signedOn)}`}: “{ground.reason}” By {ground.madeByName},{" "}
      {formatDate(ground.madeAt)}.{" "}
      {ground.endedAt && `Ended by ${ground.endedByName ?? "a colleague"}, ${formatDate(ground.endedAt)}. `}
      {ground.paperName && <a href={`/staff/accounts/${accountId}/nda/papers/${ground.id}`}>{ground.paperName}</a>}
    </>
  );
}

type FieldsProps = {
  accountId: string;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[]>;
};

export function GroundFields({ accountId, typed, errors }: FieldsProps) {
  return (
    <Form encType="multipart/form-data" className="max-w-3xl">
      <FormErrors errors={errors} />
      <RadioGroup
        label="What stands in the place of the NDA"
        name="kind"
        options={[
          { value: "signed-elsewhere", label: "A paper that both sides signed elsewhere" },
          { value: "waived", label: "Nothing: the NDA is waived", hint: "Your name and the reason stay on record." },
        ]}
        defaultValue={typed.kind ?? "signed-elsewhere"}
        errors={errors.kind}
      />
      <TextArea
        label="Reason"
        name="reason"
        rows={3}
        defaultValue={typed.reason}
        errors={errors.reason}
        hint="For example “Signed with the master agreement of 2025”. Seen by staff."
        required
      />
      <DateField label="Signed on" name="signedOn" defaultValue={typed.signedOn} errors={errors.signedOn} optional />
      <FileField
        label="The signed paper"
        name="file"
        accept="application/pdf,.pdf"
        hint="A PDF of up to 10 MiB. Needed for a paper; kept as it is."
        errors={errors.file}
        optional
      />
      <p>Grants from now on rest on it. Grants that wait for an acceptance go on waiting.</p>
      <ButtonRow>
        <Button variant="primary">Put it in the NDA’s place</Button>
        <ButtonLink variant="quiet" to={`/staff/accounts/${accountId}`}>
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

export function TermsFields(props: FieldsProps & { chosen: string[]; documents: { id: string; title: string }[] }) {
  const { accountId, typed, errors, chosen, documents } = props;
  return (
    <Form className="max-w-3xl">
      <FormErrors errors={errors} />
      <TextField
        label="Days that a grant lasts"
        name="defaultDays"
        inputMode="numeric"
        defaultValue={typed.defaultDays}
        errors={errors.defaultDays}
        hint="What an approval and a share link start from. Empty: as everywhere."
        optional
      />
      <CheckboxGroup
        label="Documents"
        name="documents[]"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={chosen}
        errors={errors.documents}
        hint="Ticked at the start of a share link for this account."
        optional
      />
      <ButtonRow>
        <Button variant="primary">Save the terms</Button>
        <ButtonLink variant="quiet" to={`/staff/accounts/${accountId}`}>
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
