import type { Brand } from "#app/components/brand-mark.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import type { ControlPage } from "#app/domain/trust-page/control-page.ts";
import { controlStatusTones, type PublishedControl } from "#app/domain/trust-page/controls.ts";
import { criteriaGroupTitle, criterionTitle } from "#app/domain/trust-page/criteria.ts";
import { CriterionTable } from "#app/domain/trust-page/ui/control-section.tsx";
import { SiteSearch } from "#app/domain/trust-page/ui/site-search.tsx";
import { useAddress, useWords } from "#app/messages/speech.ts";

/** One criterion or one control, at an address that can be sent. */
export function PublicControlPage({ page, brand, nonce }: { page: ControlPage; brand: Brand; nonce?: string }) {
  const said = useWords().trustPage.controlPage;
  return (
    <PublicLayout brand={brand} search={<SiteSearch nonce={nonce} />}>
      {page.is === "criterion" ? <CriterionPart page={page} /> : <ControlPart page={page} />}
      <p>
        <ButtonLink href="/#controls">{said.all(page.company)}</ButtonLink>
      </p>
    </PublicLayout>
  );
}

function CriterionPart({ page }: { page: Extract<ControlPage, { is: "criterion" }> }) {
  const { criterion, group, category, controls } = page;
  const words = useWords();
  const said = words.trustPage.controlPage;
  const title = criterionTitle(criterion.id, words);
  return (
    <>
      <PageHeader
        eyebrow={said.criterionOf(words.terms.categories[category], criteriaGroupTitle(group, words))}
        title={`${criterion.id} ${title}`}
        lead={said.idIsPublic}
      />
      {controls.length === 0 ? (
        <p>{said.nonePublished}</p>
      ) : (
        <CriterionTable id={criterion.id} title={title} controls={controls} isHeaded />
      )}
    </>
  );
}

function ControlPart({ page: { control, criteria } }: { page: { control: PublishedControl; criteria: Criterion[] } }) {
  const [words, address] = [useWords(), useAddress()];
  const said = words.trustPage.controlPage;
  return (
    <>
      <PageHeader eyebrow={said.control(control.code)} title={control.title} lead={control.description || undefined} />
      <Section id="facts" title={said.about}>
        <Facts>
          <Fact term={said.status}>
            <Status tone={controlStatusTones[control.status]} word={words.terms.controlStatuses[control.status]} />
          </Fact>
          <Fact term={said.criteria}>
            {criteria.length === 0
              ? said.noCriterion
              : criteria.map(({ id }) => (
                  <p key={id}>
                    <a href={address(`/controls/${id}`)}>
                      <Id>{id}</Id>
                    </a>{" "}
                    {criterionTitle(id, words)}
                  </p>
                ))}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

type Criterion = Extract<ControlPage, { is: "control" }>["criteria"][number];
