import { useSpeech } from "#app/messages/speech.ts";

/** In a form that asks by GET, whose address loses what it had: the language that was chosen goes on. */
export function KeepLanguage() {
  const { chosen } = useSpeech();
  return chosen && <input type="hidden" name="lang" value={chosen} />;
}
