import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { sayCount, sayDay, sayDayOfYear } from "#app/domain/trust-page/days.ts";
import { objectionWindow, type ObjectionWindow } from "#app/domain/trust-page/subprocessors.ts";
import type { PublishedSubprocessor, TrustPage } from "#app/domain/trust-page/trust-page.ts";

export function SubprocessorSection({ page: { subprocessors, company, today } }: { page: TrustPage }) {
  const planned = subprocessors.filter(({ state }) => state === "planned");
  const inUse = subprocessors.filter(({ state }) => state === "active" || state === "leaving");
  const removed = subprocessors.filter(({ state }) => state === "removed");
  return (
    <Section
      id="subprocessors"
      title="Subprocessors"
      intro="Companies that process customer data for us. A planned one stands here before it begins."
    >
      {planned.map((entry) => (
        <Notice key={entry.id} entry={entry} contact={company.contactEmail || company.securityEmail} today={today} />
      ))}
      {inUse.length > 0 && <Companies entries={inUse} />}
      {removed.length > 0 && (
        <Fold variant="link" summary={`${removed.length} removed`}>
          <Companies entries={removed} />
        </Fold>
      )}
    </Section>
  );
}

function Notice(props: { entry: PublishedSubprocessor; contact: string; today: string }) {
  const { entry, contact, today } = props;
  const window = objectionWindow(entry, today);
  const what = [entry.service, entry.region].filter(Boolean).join(", ");
  return (
    <div className="notice" data-tone="pending">
      <h3>
        <Status tone="pending" word="Planned:" /> {entry.name}
      </h3>
      <p>
        {what}. {window && <WindowWords window={window} />}{" "}
        {!window && entry.addedOn && `It starts on ${sayDay(entry.addedOn)}.`}
      </p>
      {entry.purpose && <p>{entry.purpose}</p>}
      {window && <WindowTrack window={window} today={today} />}
      {window?.isOpen && contact && (
        <p>
          <ButtonLink
            size="small"
            href={`mailto:${contact}?subject=${encodeURIComponent(`Objection to ${entry.name}`)}`}
          >
            Object to this change
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function WindowWords({ window: { lastDay, daysLeft, isOpen, startsOn } }: { window: ObjectionWindow }) {
  const starts = startsOn ? ` it starts on ${sayDay(startsOn)}.` : " it starts after that.";
  if (!isOpen)
    return (
      <>
        The time to object ended on {sayDay(lastDay)};{starts}
      </>
    );
  const left = daysLeft === 0 ? "today is the last day" : `${sayCount(daysLeft, "day")} left`;
  return (
    <>
      Customers may object until <b className="whitespace-nowrap">{sayDay(lastDay)}</b>: {left}. If nobody objects,
      {starts}
    </>
  );
}

/** The notice, today and the last day on one line; the words under it name the ends. */
function WindowTrack({
  window: { announcedOn, lastDay, shareGone },
  today,
}: {
  window: ObjectionWindow;
  today: string;
}) {
  const at = `${Math.round(shareGone * 1000) / 10}%`;
  const label = `Notice given on ${sayDay(announcedOn)}, today ${sayDay(today)}, last day to object ${sayDay(lastDay)}`;
  const isBetween = shareGone > 0.25 && shareGone < 0.7;
  return (
    <svg className="notice-track" role="img" aria-label={label}>
      <line className="notice-rest" x1="0" x2="100%" y1="14" y2="14" />
      <line className="notice-gone" x1="0" x2={at} y1="14" y2="14" />
      <circle cx={at} cy="14" r="6" />
      <text x="0" y="40">{`Notice, ${sayDayOfYear(announcedOn)}`}</text>
      {isBetween && (
        <text className="notice-today" x={at} y="40" textAnchor="middle">
          Today
        </text>
      )}
      <text x="100%" y="40" textAnchor="end">{`Last day, ${sayDayOfYear(lastDay)}`}</text>
    </svg>
  );
}

const columns = [
  { key: "name", label: "Company" },
  { key: "service", label: "Does what" },
  { key: "data", label: "Data" },
  { key: "where", label: "Where, on what basis" },
  { key: "since", label: "Since" },
];

function Companies({ entries }: { entries: PublishedSubprocessor[] }) {
  return (
    <DataTable caption="Subprocessors" columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>{entry.name}</RowHead>
          <Cell label="Does what">
            {entry.service}
            {entry.purpose && <small>{entry.purpose}</small>}
          </Cell>
          <Cell label="Data">{entry.dataCategories}</Cell>
          <Cell label="Where">
            {[entry.region, entry.transferBasis].filter(Boolean).join(". ")}{" "}
            {entry.dpaUrl && (
              <a href={entry.dpaUrl} rel="noopener nofollow">
                DPA<span className="sr-only"> of {entry.name}</span>
              </a>
            )}
          </Cell>
          <Cell label="Since">
            {entry.addedOn ? <DateText date={entry.addedOn} /> : "–"}
            {entry.removedOn && <small>until {sayDay(entry.removedOn)}</small>}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
