import { Button } from "#app/components/button.tsx";
import { CheckboxField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";

type Rule = { wanted: boolean; deciders: number; asked: boolean };

export function SecondPersonSection({ rule, mayEdit }: { rule: Rule; mayEdit: boolean }) {
  return (
    <StaffSection
      id="second-person"
      title="Reports need a second person"
      intro="Before visitors see a new report, or another version of one, someone who did not make the last edit confirms it exactly as it is."
    >
      <p>{stateOf(rule)}</p>
      {mayEdit && (
        <Form action="/staff/company/second-person" className="max-w-2xl">
          <CheckboxField
            label="Ask for a second person"
            name="secondPerson"
            value="yes"
            defaultChecked={rule.wanted}
            hint="Asked while there are two or more active colleagues with the role Security or Admin"
          />
          <div>
            <Button>Save the setting</Button>
          </div>
        </Form>
      )}
    </StaffSection>
  );
}

function stateOf({ wanted, deciders, asked }: Rule): string {
  if (asked) return `It is on: ${sayCount(deciders, "colleague")} can confirm.`;
  if (!wanted) return "It is off.";
  return `It is not asked now: ${deciders === 1 ? "one colleague" : "nobody"} has the role Security or Admin.`;
}
