import { Button, ButtonLink } from "#app/components/button.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { KeepLanguage } from "#app/components/keep-language.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { SearchField } from "#app/components/search-field.tsx";
import { Section } from "#app/components/section.tsx";
import { type Found, type FoundGroup, longestQuery, type Piece } from "#app/domain/trust-page/search.ts";
import { useWords } from "#app/messages/speech.ts";

/** Works without a script: what was asked stands in the address. */
export function SearchPage({ q, groups, brand }: { q: string; groups: FoundGroup[]; brand: Brand }) {
  const { search } = useWords();
  const found = groups.reduce((sum, group) => sum + group.found.length + group.left, 0);
  return (
    <PublicLayout brand={brand}>
      <div className="page-head">
        <h1>{search.title}</h1>
        <form action="/search" role="search" className="search-again">
          <SearchField id="site-search" label={search.label} defaultValue={q} maxLength={longestQuery} />
          <KeepLanguage />
          <Button variant="primary">{search.button}</Button>
        </form>
        {q === "" && <p className="pt-3">{search.emptyHelp}</p>}
        {found > 0 && (
          <p role="status" className="pt-3">
            {search.found(found, q)}
          </p>
        )}
      </div>
      {q !== "" && found === 0 && <Nothing q={q} />}
      {groups.map((group) => (
        <Section key={group.group} id={`found-${group.group}`} title={search.groups[group.group]}>
          <ul className="results">
            {group.found.map((one) => (
              <Result key={`${one.entry.url} ${one.entry.title}`} found={one} />
            ))}
          </ul>
          {group.left > 0 && <p className="hint">{search.more(group.left)}</p>}
        </Section>
      ))}
    </PublicLayout>
  );
}

function Nothing({ q }: { q: string }) {
  const { search } = useWords();
  return (
    <EmptyState
      title={search.nothingTitle(q)}
      action={
        <ButtonLink variant="alternative" to="/request">
          {search.askUs}
        </ButtonLink>
      }
    >
      {search.nothingHelp}
    </EmptyState>
  );
}

const Result = ({ found: { entry, title, snippet } }: { found: Found }) => (
  <li>
    <h3>
      <PageLink to={entry.url}>
        <Pieces of={title} />
      </PageLink>
    </h3>
    {snippet.length > 0 && (
      <p>
        <Pieces of={snippet} />
      </p>
    )}
  </li>
);

const Pieces = ({ of }: { of: Piece[] }) =>
  of.map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>));
