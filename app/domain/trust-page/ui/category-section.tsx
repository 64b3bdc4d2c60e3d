import { Glyph } from "#app/components/glyph.tsx";
import { Section } from "#app/components/section.tsx";
import { categories, categoryNames, countCriteria } from "#app/domain/trust-page/criteria.ts";
import { sayCount } from "#app/domain/trust-page/days.ts";
import { categoryMeanings } from "#app/domain/trust-page/terms.ts";
import type { ReportFacts } from "#app/domain/trust-page/trust-page.ts";

/** In scope carries the report's own colour: a report that failed shows no green tick. */
export function CategorySection({ report }: { report: ReportFacts }) {
  const tone = report.opinionTone ?? "prep";
  return (
    <Section
      id="categories"
      title="Categories"
      intro="Security is part of every SOC 2. The other four are chosen for the business."
    >
      <ul className="categories">
        {categories.map((category) => {
          const inScope = report.categories.includes(category);
          return (
            <li key={category} data-tone={inScope ? tone : "none"} className={inScope ? undefined : "out-of-scope"}>
              <Glyph of={inScope ? tone : "none"} />
              <b>{categoryNames[category]}</b>
              <p>
                {!inScope && "Not in scope. "}
                {categoryMeanings[category]}
              </p>
              <span>{sayCount(countCriteria(category), "criterion").replace("criterions", "criteria")}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
