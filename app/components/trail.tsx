import type { ReactNode } from "react";
import { DateTime } from "#app/components/time.tsx";
import type { DateLike } from "#app/components/dates.ts";
import { classNames } from "#app/components/class-names.ts";

export interface Happening {
  at: DateLike;
  what: ReactNode;
  detail?: ReactNode;
}

/** What happened, newest first. */
export function Trail({ events, compact }: { events: Happening[]; compact?: boolean }) {
  return (
    <ol className={classNames("trail", compact && "trail-compact")}>
      {events.map((event, at) => (
        <li key={at}>
          <DateTime date={event.at} />
          <span>
            {event.what}
            {event.detail && <small>{event.detail}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
