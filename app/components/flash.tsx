import { X } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";
import { useWords } from "#app/messages/speech.ts";

/** What was just done, in the past tense. Stays until it is closed or the next page comes. `children`: an Undo form. */
export function Flash({ message, children }: { message: string; children?: ReactNode }) {
  const { layout: words } = useWords();
  const [closed, setClosed] = useState<string>();
  if (closed === message) return null;
  return (
    <div className="flash" role="status">
      <span>{message}</span>
      {children}
      <button type="button" className="flash-close" onClick={() => setClosed(message)}>
        <Icon of={X} name={words.close} />
      </button>
    </div>
  );
}
