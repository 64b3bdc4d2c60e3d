import { Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { DateText } from "#app/components/time.tsx";

export interface AliasTableProps {
  answerId: string;
  aliases: {
    id: string;
    wording: string;
    learnedAt: string;
    learnedByName: string;
    questionnaireId: string | null;
    title: string | null;
  }[];
  mayRemove: boolean;
}

const columns = [
  { key: "wording", label: "Wording" },
  { key: "learned", label: "Learned from" },
  { key: "by", label: "Accepted" },
];

/** The wordings that were learned from accepted questions, each with a way to forget it. */
export function AliasTable({ answerId, aliases, mayRemove }: AliasTableProps) {
  if (aliases.length === 0) return null;
  const shown = mayRemove ? [...columns, { key: "remove", label: "Remove", hidden: true }] : columns;
  return (
    <StaffSection
      id="aliases"
      title="Also asked as"
      intro="Questions for which this answer was accepted. Worded the same in the same form, they are filled with it."
    >
      <DataTable caption="How else this answer was asked for" columns={shown}>
        {aliases.map((alias) => (
          <tr key={alias.id}>
            <RowHead>{alias.wording}</RowHead>
            <Cell label="Learned from">
              {alias.questionnaireId ? (
                <Link to={`/staff/questionnaires/${alias.questionnaireId}`}>{alias.title}</Link>
              ) : (
                "A questionnaire that is gone"
              )}
            </Cell>
            <Cell label="Accepted" quiet>
              <DateText date={alias.learnedAt} />, {alias.learnedByName}
            </Cell>
            {mayRemove && (
              <Cell align="end">
                <Form action={`/staff/answers/${answerId}/aliases/${alias.id}/removal`} preventScrollReset>
                  <Button size="small" aria-label={`Remove the wording “${alias.wording}”`}>
                    Remove
                  </Button>
                </Form>
              </Cell>
            )}
          </tr>
        ))}
      </DataTable>
    </StaffSection>
  );
}
