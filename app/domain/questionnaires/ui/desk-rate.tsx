import { Meter } from "#app/components/meter.tsx";
import { MatchMethod } from "#app/components/status.tsx";
import { type ObservedRate, rateInWords } from "#app/domain/questionnaires/observed-rate.ts";
import type { MatchMethod as Method } from "#app/domain/questionnaires/questionnaires.ts";

/** How the match was found, and how often such matches were right: words first, the bar beside them. */
export function DeskRate({ method, rate }: { method: Method; rate: ObservedRate }) {
  if (method === "none") return null;
  const words = rateInWords(method, rate);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3.5 py-2 text-13">
      <MatchMethod method={method} />
      <b>{words.rate}</b>
      {words.basis && (
        <>
          <Meter className="w-24" label={words.rate} value={rate.kept} max={rate.of} />
          <span className="text-ink2">{words.basis}</span>
        </>
      )}
    </p>
  );
}
