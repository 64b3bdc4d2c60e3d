import { Search } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { KeepLanguage } from "#app/components/keep-language.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { SearchField } from "#app/components/search-field.tsx";
import { useWords } from "#app/messages/speech.ts";

type Props = { defaultValue?: string; nonce?: string };

/** In the head of every public page; where there is no room, a link to the page of its own. */
export function SiteSearch({ defaultValue, nonce }: Props) {
  const { search } = useWords();
  return (
    <>
      <form action="/search" role="search" aria-label={search.label} className="site-search">
        <SearchField
          id="site-search"
          label={search.label}
          placeholder={search.placeholder}
          kbd="/"
          defaultValue={defaultValue}
          maxLength={100}
        />
        <KeepLanguage />
      </form>
      <PageLink to="/search" className="site-search-link btn btn-quiet">
        <Icon of={Search} />
        <span className="sr-only">{search.title}</span>
      </PageLink>
      <script type="module" src="/search.js" nonce={nonce || undefined} />
    </>
  );
}
