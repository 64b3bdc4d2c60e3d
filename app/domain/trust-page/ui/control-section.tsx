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
import { categories, criteriaGroupTitle, criterionTitle } from "#app/domain/trust-page/criteria.ts";
import { controlStatuses, controlStatusTones, unmappedGroup } from "#app/domain/trust-page/controls.ts";
import type { ControlFilter, ControlGroup, PublishedControl } from "#app/domain/trust-page/controls.ts";
import type { TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { KeepLanguage } from "#app/components/keep-language.tsx";
import { useAddress, useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";

const fills = { implemented: "solid", "in-progress": "dotted", planned: "planned" } as const;

export function ControlSection({ page: { controls, filter, report } }: { page: TrustPage }) {
  const { groups, total, published, all } = controls;
  const [words, address] = [useWords(), useAddress()];
  const said = words.trustPage.controls;
  const isFiltered = filter.q !== "" || filter.category !== null;
  return (
    <Section
      id="controls"
      title={said.title}
      intro={
        <>
          <p>{said.intro({ published, all, hasReport: report?.isIssued ?? false })}</p>
          <p>{tallyWords(total, words)}</p>
        </>
      }
    >
      <ControlFilterForm filter={filter} isFiltered={isFiltered} />
      {groups.length === 0 ? (
        <p role="status">
          {said.noneFits(filter.q, filter.category && words.terms.categories[filter.category])}{" "}
          <a href={address("/#controls")}>{said.showAllOf(published)}</a>
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

export const tallyWords = (total: Record<ControlStatus, number>, { terms, trustPage }: Words): string =>
  trustPage.controls.tally(
    controlStatuses
      .filter((status) => total[status] > 0)
      .map((status) => ({ status: terms.controlStatuses[status], count: total[status] })),
  );

function ControlFilterForm({ filter, isFiltered }: { filter: ControlFilter; isFiltered: boolean }) {
  const [words, address] = [useWords(), useAddress()];
  const said = words.trustPage.controls;
  return (
    <form method="get" action="/#controls" role="search" className="control-filter">
      <KeepLanguage />
      <SearchField
        label={said.findLabel}
        labelVisible
        defaultValue={filter.q}
        placeholder={said.findExample}
        maxLength={100}
      />
      <SelectField
        label={said.category}
        name="category"
        defaultValue={filter.category ?? ""}
        options={[
          { value: "", label: said.allCategories },
          ...categories.map((category) => ({ value: category, label: words.terms.categories[category] })),
        ]}
      />
      <Button>{said.find}</Button>
      {isFiltered && <a href={address("/#controls")}>{said.showAll}</a>}
      <ul className="legend" aria-hidden="true">
        {controlStatuses.map((status) => (
          <li key={status}>
            <svg>
              <FillPatterns id={`legend-${status}`} />
              <Filled fill={fills[status]} patterns={`legend-${status}`} x={0} width={100} height={9} />
            </svg>
            {words.terms.controlStatuses[status]}
          </li>
        ))}
      </ul>
    </form>
  );
}

function GroupFold({ group, open }: { group: ControlGroup; open: boolean }) {
  const { implemented, "in-progress": inProgress, planned } = group.total;
  const words = useWords();
  const said = words.trustPage.controls;
  const count = implemented + inProgress + planned;
  return (
    <Fold
      open={open}
      id={`group-${group.id}`}
      summary={
        <span className="group-head">
          <Id>{group.id === unmappedGroup ? "–" : group.id}</Id>
          <span>{group.id === unmappedGroup ? said.unmappedGroup : criteriaGroupTitle(group.id, words)}</span>
          <CoverageMeter
            label={tallyWords(group.total, words)}
            parts={controlStatuses.map((status) => ({ fill: fills[status], count: group.total[status] }))}
          />
        </span>
      }
      aside={said.share(implemented, count)}
    >
      {group.criteria.map(({ criterion, controls }) =>
        controls.length === 0 ? (
          <p key={criterion.id} className="criterion-empty">
            <CodeLink code={criterion.id} /> {criterionTitle(criterion.id, words)}: {said.noneForCriterion}
          </p>
        ) : (
          <CriterionTable
            key={criterion.id}
            id={criterion.id}
            title={criterionTitle(criterion.id, words)}
            controls={controls}
          />
        ),
      )}
    </Fold>
  );
}

/** Every criterion and every control has an address of its own. */
function CodeLink({ code }: { code: string }) {
  const address = useAddress();
  return (
    <a href={address(`/controls/${encodeURIComponent(code)}`)} className="whitespace-nowrap">
      <Id>{code}</Id>
    </a>
  );
}

type CriterionTableProps = { id: string; title: string; controls: PublishedControl[]; isHeaded?: boolean };

/** `isHeaded`: what is around it says already which criterion this is. */
export function CriterionTable({ id, title, controls, isHeaded = false }: CriterionTableProps) {
  const { terms, trustPage } = useWords();
  const said = trustPage.controls;
  const columns = [
    { key: "code", label: said.columns.code, className: "w-20" },
    { key: "what", label: said.columns.what },
    { key: "status", label: said.columns.status, className: "w-36" },
  ];
  const caption = id ? (
    <>
      <CodeLink code={id} /> {title}
    </>
  ) : (
    said.unmapped
  );
  return (
    <div id={id || undefined} className="criterion">
      <DataTable caption={caption} captionVisible={!isHeaded} columns={columns}>
        {controls.map(({ id: controlId, code, title: name, description, status }) => (
          <tr key={controlId}>
            <RowHead>
              <CodeLink code={code} />
            </RowHead>
            <Cell label={said.columns.what} whole>
              <b>{name}</b>
              {description && <span className="block">{description}</span>}
            </Cell>
            <Cell label={said.columns.status}>
              <Status tone={controlStatusTones[status]} word={terms.controlStatuses[status]} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}
