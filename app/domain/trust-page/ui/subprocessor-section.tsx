import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { noticeDays, objectionWindow, type ObjectionWindow } from "#app/domain/trust-page/subprocessors.ts";
import type { PublishedSubprocessor, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { useWords } from "#app/messages/speech.ts";

export function SubprocessorSection({ page: { subprocessors, company, today } }: { page: TrustPage }) {
  const said = useWords().trustPage.subprocessors;
  const terms = said.terms(company.noticeDays, company.objectionDays);
  const planned = subprocessors.filter(({ state }) => state === "planned");
  const inUse = subprocessors.filter(({ state }) => state === "active" || state === "leaving");
  const removed = subprocessors.filter(({ state }) => state === "removed");
  return (
    <Section
      id="subprocessors"
      title={said.title}
      intro={
        <>
          <p>{said.intro}</p>
          {terms && <p>{terms}</p>}
        </>
      }
      links={[{ to: "/subscriptions", label: said.subscribe }]}
    >
      {planned.map((entry) => (
        <Notice key={entry.id} entry={entry} contact={company.contactEmail || company.securityEmail} today={today} />
      ))}
      {inUse.length > 0 && <Companies entries={inUse} />}
      {removed.length > 0 && (
        <Fold variant="link" summary={said.removed(removed.length)}>
          <Companies entries={removed} />
        </Fold>
      )}
    </Section>
  );
}

function Notice(props: { entry: PublishedSubprocessor; contact: string; today: string }) {
  const { entry, contact, today } = props;
  const said = useWords().trustPage.subprocessors;
  const window = objectionWindow(entry, today);
  const what = [entry.service, entry.region].filter(Boolean).join(", ");
  return (
    <div className="notice" data-tone="pending" id={`subprocessor-${entry.id}`}>
      <h3>
        <Status tone="pending" word={said.planned} /> {entry.name}
      </h3>
      <p>
        {what}. {window && <WindowWords window={window} />} {!window && entry.addedOn && said.startsOn(entry.addedOn)}
      </p>
      <NoticeFacts entry={entry} />
      {window && <WindowTrack window={window} today={today} />}
      {window?.isOpen && contact && (
        <p>
          <ButtonLink
            size="small"
            href={`mailto:${contact}?subject=${encodeURIComponent(said.objectionTo(entry.name))}`}
          >
            {said.object}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function NoticeFacts({ entry }: { entry: PublishedSubprocessor }) {
  const said = useWords().trustPage.subprocessors;
  return (
    <>
      {entry.purpose && <p>{entry.purpose}</p>}
      {entry.dataCategories && <p>{said.data(entry.dataCategories)}</p>}
      {(entry.transferBasis || entry.dpaUrl) && (
        <p>
          {entry.transferBasis} <TermsLink entry={entry} />
        </p>
      )}
      {entry.announcedOn && <p>{said.noticeGiven(entry.announcedOn, noticeDays(entry))}</p>}
    </>
  );
}

function TermsLink({ entry: { dpaUrl, name } }: { entry: PublishedSubprocessor }) {
  const said = useWords().trustPage.subprocessors;
  if (!dpaUrl) return null;
  return (
    <a href={dpaUrl} rel="noopener nofollow">
      {said.dpa}
      <span className="sr-only"> {name}</span>
    </a>
  );
}

function WindowWords({ window: { lastDay, daysLeft, isOpen, startsOn } }: { window: ObjectionWindow }) {
  const { calendar, trustPage } = useWords();
  const said = trustPage.subprocessors;
  if (!isOpen) return said.ended(lastDay, startsOn);
  return (
    <>
      {said.mayObject} <b className="whitespace-nowrap">{calendar.day(lastDay)}</b>: {said.left(daysLeft)}.{" "}
      {said.ifNobody(startsOn)}
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
  const said = useWords().trustPage.subprocessors;
  const label = said.track({ announcedOn, today, lastDay });
  const isBetween = shareGone > 0.25 && shareGone < 0.7;
  return (
    <svg className="notice-track" role="img" aria-label={label}>
      <line className="notice-rest" x1="0" x2="100%" y1="14" y2="14" />
      <line className="notice-gone" x1="0" x2={at} y1="14" y2="14" />
      <circle cx={at} cy="14" r="6" />
      <text x="0" y="40">
        {said.notice(announcedOn)}
      </text>
      {isBetween && (
        <text className="notice-today" x={at} y="40" textAnchor="middle">
          {said.today}
        </text>
      )}
      <text x="100%" y="40" textAnchor="end">
        {said.lastDay(lastDay)}
      </text>
    </svg>
  );
}

function Companies({ entries }: { entries: PublishedSubprocessor[] }) {
  const said = useWords().trustPage.subprocessors;
  const columns = (["name", "service", "data", "where", "since"] as const).map((key) => ({
    key,
    label: said.columns[key],
  }));
  return (
    <DataTable caption={said.title} columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.id} id={`subprocessor-${entry.id}`}>
          <RowHead>{entry.name}</RowHead>
          <Cell label={said.columns.service}>
            {entry.service}
            {entry.purpose && <small>{entry.purpose}</small>}
          </Cell>
          <Cell label={said.columns.data}>{entry.dataCategories}</Cell>
          <Cell label={said.columns.whereShort}>
            {[entry.region, entry.transferBasis].filter(Boolean).join(". ")}{" "}
            {entry.dpaUrl && (
              <a href={entry.dpaUrl} rel="noopener nofollow">
                {said.dpa}
                <span className="sr-only">: {entry.name}</span>
              </a>
            )}
          </Cell>
          <Cell label={said.columns.since}>
            {entry.addedOn ? <DateText date={entry.addedOn} /> : "–"}
            {entry.removedOn && <small>{said.until(entry.removedOn)}</small>}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
