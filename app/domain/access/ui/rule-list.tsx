import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";

export type ShownRule = { id: string; name: string; sentence: string };

/** In the order in which they are asked. */
export function RuleList({ rules, mayChange }: { rules: ShownRule[]; mayChange: boolean }) {
  return (
    <ol className="lines text-sm" aria-label="Rules in their order">
      {rules.map((rule, at) => (
        <li key={rule.id} className="grid gap-x-4 gap-y-2 md:grid-cols-[28px_minmax(0,1fr)_auto]">
          <span className="text-ink2">{at + 1}</span>
          <div>
            <b>{mayChange ? <Link to={`/staff/rules/${rule.id}`}>{rule.name}</Link> : rule.name}</b>
            <p>{rule.sentence}</p>
          </div>
          {mayChange && <RuleButtons rule={rule} first={at === 0} last={at === rules.length - 1} />}
        </li>
      ))}
    </ol>
  );
}

function RuleButtons({ rule, first, last }: { rule: ShownRule; first: boolean; last: boolean }) {
  const path = `/staff/rules/${rule.id}`;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Form method="post" action={`${path}/move`} className="flex gap-2">
        <Button size="small" name="to" value="up" disabled={first}>
          Up<span className="sr-only">: {rule.name}</span>
        </Button>
        <Button size="small" name="to" value="down" disabled={last}>
          Down<span className="sr-only">: {rule.name}</span>
        </Button>
      </Form>
      <Form method="post" action={`${path}/removal`}>
        <Button size="small" variant="negative">
          Remove<span className="sr-only"> {rule.name}</span>
        </Button>
      </Form>
    </div>
  );
}
