import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Filled, FillPatterns } from "#app/components/fills.tsx";
import { Fold, Folds } from "#app/components/fold.tsx";
import { CoverageMeter } from "#app/components/meter.tsx";
import { Id } from "#app/components/mono.tsx";
import { SelectField } from "#app/components/field.tsx";
import { SearchField } from "#app/components/search-field.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import type { ControlStatus } from "#db/schema/trust-page.ts";
import { categories, categoryNames } from "#app/domain/trust-page/criteria.ts";
import {
  controlStatuses,
  controlStatusNames,
  controlStatusTones,
  unmappedGroup,
} from "#app/domain/trust-page/controls.ts";
import type { ControlFilter, ControlGroup, PublishedControl } from "#app/domain/trust-page/controls.ts";
import type { TrustPage } from "#app/domain/trust-page/trust-page.ts";

const fills = { implemented: "solid", "in-progress": "dotted", planned: "planned" } as const;

export function ControlSection({ page: { controls, filter, report } }: { page: TrustPage }) {
  const { groups, total, published, all } = controls;
  const isFiltered = filter.q !== "" || filter.category !== null;
  return (
    <Section
      id="controls"
      title="Controls"
      intro={
        <>
          <p>{introWords(published, all, report?.isIssued ?? false)}</p>
          <p>{tallyWords(total)}</p>
        </>
      }
    >
      <ControlFilterForm filter={filter} isFiltered={isFiltered} />
      {groups.length === 0 ? (
        <p role="status">
          No published control fits {filter.q && `“${filter.q}”`}
          {filter.category && ` in ${categoryNames[filter.category]}`}. <a href="/#controls">Show all {published}</a>
        </p>
      ) : (
        <Folds>
          {groups.map((group) => (
            <GroupFold key={group.id} group={group} open={isFiltered} />
          ))}
        </Folds>
      )}
    </Section>
  );
}

function introWords(published: number, all: number, hasReport: boolean): string {
  const own = "We define the controls and map them to criteria.";
  if (published === all) return `${own} All ${all} are published.`;
  return `${own} ${published} of ${all} are published${hasReport ? "; the rest are in the report" : ""}.`;
}

export function tallyWords(total: Record<ControlStatus, number>): string {
  return controlStatuses
    .filter((status) => total[status] > 0)
    .map((status) => `${total[status]} ${controlStatusNames[status].toLowerCase()}`)
    .join(", ");
}

function ControlFilterForm({ filter, isFiltered }: { filter: ControlFilter; isFiltered: boolean }) {
  return (
    <form method="get" action="/#controls" role="search" className="control-filter">
      <SearchField
        label="Find a control or criterion"
        labelVisible
        defaultValue={filter.q}
        placeholder="for example CC6.1 or backup"
        maxLength={100}
      />
      <SelectField
        label="Category"
        name="category"
        defaultValue={filter.category ?? ""}
        options={[
          { value: "", label: "All" },
          ...categories.map((category) => ({ value: category, label: categoryNames[category] })),
        ]}
      />
      <Button>Find</Button>
      {isFiltered && <a href="/#controls">Show all</a>}
      <ul className="legend" aria-hidden="true">
        {controlStatuses.map((status) => (
          <li key={status}>
            <svg>
              <FillPatterns id={`legend-${status}`} />
              <Filled fill={fills[status]} patterns={`legend-${status}`} x={0} width={100} height={9} />
            </svg>
            {controlStatusNames[status]}
          </li>
        ))}
      </ul>
    </form>
  );
}

function GroupFold({ group, open }: { group: ControlGroup; open: boolean }) {
  const { implemented, "in-progress": inProgress, planned } = group.total;
  const count = implemented + inProgress + planned;
  const share = implemented === count ? `all ${count}` : `${implemented} of ${count}`;
  return (
    <Fold
      open={open}
      id={`group-${group.id}`}
      summary={
        <span className="group-head">
          <Id>{group.id === unmappedGroup ? "–" : group.id}</Id>
          <span>{group.title}</span>
          <CoverageMeter
            label={tallyWords(group.total)}
            parts={controlStatuses.map((status) => ({ fill: fills[status], count: group.total[status] }))}
          />
        </span>
      }
      aside={share}
    >
      {group.criteria.map(({ criterion, controls }) =>
        controls.length === 0 ? (
          <p key={criterion.id} className="criterion-empty">
            <CodeLink code={criterion.id} /> {criterion.title}: no published control.
          </p>
        ) : (
          <CriterionTable key={criterion.id} id={criterion.id} title={criterion.title} controls={controls} />
        ),
      )}
    </Fold>
  );
}

const columns = [
  { key: "code", label: "Control", className: "w-20" },
  { key: "what", label: "What we do" },
  { key: "status", label: "Status", className: "w-36" },
];

/** Every criterion and every control has an address of its own. */
function CodeLink({ code }: { code: string }) {
  return (
    <a href={`/controls/${encodeURIComponent(code)}`} className="whitespace-nowrap">
      <Id>{code}</Id>
    </a>
  );
}

type CriterionTableProps = { id: string; title: string; controls: PublishedControl[]; isHeaded?: boolean };

/** `isHeaded`: what is around it says already which criterion this is. */
export function CriterionTable({ id, title, controls, isHeaded = false }: CriterionTableProps) {
  const caption = id ? (
    <>
      <CodeLink code={id} /> {title}
    </>
  ) : (
    "Controls that serve no single criterion"
  );
  return (
    <div id={id || undefined} className="criterion">
      <DataTable caption={caption} captionVisible={!isHeaded} columns={columns}>
        {controls.map(({ id: controlId, code, title: name, description, status }) => (
          <tr key={controlId}>
            <RowHead>
              <CodeLink code={code} />
            </RowHead>
            <Cell label="What we do" whole>
              <b>{name}</b>
              {description && <span className="block">{description}</span>}
            </Cell>
            <Cell label="Status">
              <Status tone={controlStatusTones[status]} word={controlStatusNames[status]} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}
