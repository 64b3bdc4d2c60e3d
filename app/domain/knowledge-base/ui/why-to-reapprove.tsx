import { Banner } from "#app/components/note.tsx";
import { DateText } from "#app/components/time.tsx";

export interface WhyToReapproveProps {
  stale: { reason: string; since: string }[];
  reviewBy: string | null;
}

/** What changed under an approved answer, or that its review is due. */
export function WhyToReapprove({ stale, reviewBy }: WhyToReapproveProps) {
  return (
    <Banner tone="ageing" title="Needs re-approval:">
      {stale.map(({ reason, since }) => (
        <span key={reason + since}>
          {reason} <DateText date={since} />.{" "}
        </span>
      ))}
      {stale.length === 0 && reviewBy && (
        <>
          its review was due on <DateText date={reviewBy} />.{" "}
        </>
      )}
      It is not reused until someone approves it.
    </Banner>
  );
}
