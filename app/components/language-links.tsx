import { Link, useLocation } from "@remix-run/react";
import { useSpeech } from "#app/messages/speech.ts";
import { inLanguage, languageNames } from "#app/messages/languages.ts";

/** The same page in the other languages. What was typed stays: where there are scripts, only the words change. */
export function LanguageLinks() {
  const { others, words } = useSpeech();
  const { pathname, search } = useLocation();
  if (others.length === 0) return null;
  return (
    <ul className="languages" aria-label={words.layout.languages}>
      {others.map((language) => (
        <li key={language}>
          <Link
            to={inLanguage(pathname + search, language)}
            hrefLang={language}
            lang={language}
            preventScrollReset
            replace
          >
            {languageNames[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
