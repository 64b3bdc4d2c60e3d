import { Glyph } from "#app/components/glyph.tsx";
import { Section } from "#app/components/section.tsx";
import { categories, countCriteria } from "#app/domain/trust-page/criteria.ts";
import type { ReportFacts } from "#app/domain/trust-page/trust-page.ts";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";
import { useWords } from "#app/messages/speech.ts";

/** In scope carries the report's own colour: a report that failed shows no green tick. */
export function CategorySection({ report }: { report: ReportFacts }) {
  const { terms, trustPage } = useWords();
  const said = trustPage.categories;
  const tone = report.opinionTone ?? "prep";
  return (
    <Section id="categories" title={said.title} intro={keepTogether(said.intro)}>
      <ul className="categories">
        {categories.map((category) => {
          const inScope = report.categories.includes(category);
          return (
            <li key={category} data-tone={inScope ? tone : "none"} className={inScope ? undefined : "out-of-scope"}>
              <Glyph of={inScope ? tone : "none"} />
              <b>{terms.categories[category]}</b>
              <p>
                {!inScope && `${said.notInScope} `}
                {terms.categoryMeanings[category]}
              </p>
              <span>{said.criteria(countCriteria(category))}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
