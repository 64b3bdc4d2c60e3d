import { useWords } from "#app/messages/speech.ts";

export function SkipLink() {
  const { layout: words } = useWords();
  return (
    <a className="skip" href="#main">
      {words.skipToContent}
    </a>
  );
}
