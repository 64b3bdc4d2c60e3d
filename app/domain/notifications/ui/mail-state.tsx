import { Status } from "#app/components/status.tsx";

export function MailState({ state, failure }: { state: "queued" | "sent" | "kept" | "dead"; failure: string | null }) {
  if (state === "sent") return <Status tone="current" word="Sent" />;
  if (state === "kept") return <Status tone="none" word="Kept here" />;
  if (state === "queued") return <Status tone="pending" word="Queued" />;
  return <Status tone="lapsed" word="Given up" detail={failure} />;
}
