import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ButtonLink } from "#app/components/button.tsx";

const lookEveryMs = 2_000;

/** It looks again every two seconds, and offers to where there is no JavaScript. */
export function TraceProgress({ here }: { here: string }) {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, lookEveryMs);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  return (
    <div className="grid max-w-2xl gap-3">
      <p role="status">The file is held against the copies that were given out. This takes up to two minutes.</p>
      <noscript>
        <ButtonLink variant="quiet" href={here}>
          Refresh
        </ButtonLink>
      </noscript>
    </div>
  );
}
