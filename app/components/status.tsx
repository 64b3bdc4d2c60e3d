import { EyeOff, FileLock2, Globe, MessageSquareMore } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { Glyph } from "#app/components/glyph.tsx";
import type { Method } from "#app/components/glyph.tsx";
import { Icon } from "#app/components/icon.tsx";
import type { IconShape } from "#app/components/icon.tsx";
import type { Tone } from "#app/components/tones.ts";
import { useWords } from "#app/messages/speech.ts";

/** A glyph and a word in the tone's colour, then the reason in ink. `detail` puts the reason on its own small line. */
export function Status(props: { tone: Tone; word: ReactNode; children?: ReactNode; detail?: ReactNode }) {
  return (
    <span data-tone={props.tone}>
      <span className="status">
        <Glyph of={props.tone} />
        <span>{props.word}</span>
      </span>
      {props.children && <> {props.children}</>}
      {props.detail && <small className="status-detail">{props.detail}</small>}
    </span>
  );
}

const methodWords: Record<Method, string> = {
  exact: "Exact",
  "near-exact": "Near-exact",
  semantic: "Semantic",
  drafted: "Drafted",
};

export function MatchMethod({ method }: { method: Method }) {
  return (
    <span className="method">
      <Glyph of={method} />
      {methodWords[method]}
    </span>
  );
}

/** For topics and kinds; with a tone, for the state of a small thing. */
export function Tag({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {tone && <Glyph of={tone} />}
      {children}
    </span>
  );
}

export type AudienceName = "public" | "on-request" | "nda" | "internal";

const audienceIcons: Record<AudienceName, IconShape> = {
  public: Globe,
  "on-request": MessageSquareMore,
  nda: FileLock2,
  internal: EyeOff,
};

/** Who may have it. `children` replaces the word: “NDA version 4”. */
export function Audience(props: { audience: AudienceName; children?: ReactNode; className?: string }) {
  const { layout: words } = useWords();
  return (
    <span className={classNames("audience", props.className)}>
      <Icon of={audienceIcons[props.audience]} />
      {props.children ?? words.audiences[props.audience]}
    </span>
  );
}
