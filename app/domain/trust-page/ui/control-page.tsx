import type { Brand } from "#app/components/brand-mark.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import type { ControlPage } from "#app/domain/trust-page/control-page.ts";
import { controlStatusNames, controlStatusTones, type PublishedControl } from "#app/domain/trust-page/controls.ts";
import { categoryNames } from "#app/domain/trust-page/criteria.ts";
import { CriterionTable } from "#app/domain/trust-page/ui/control-section.tsx";

/** One criterion or one control, at an address that can be sent. */
export function PublicControlPage({ page, brand }: { page: ControlPage; brand: Brand }) {
  return (
    <PublicLayout brand={brand}>
      {page.is === "criterion" ? <CriterionPart page={page} /> : <ControlPart page={page} />}
      <p>
        <ButtonLink href="/#controls">All controls of {page.company || "the company"}</ButtonLink>
      </p>
    </PublicLayout>
  );
}

function CriterionPart({ page }: { page: Extract<ControlPage, { is: "criterion" }> }) {
  const { criterion, group, category, controls } = page;
  return (
    <>
      <PageHeader
        eyebrow={`Criterion of the ${categoryNames[category]} category, ${group}`}
        title={`${criterion.id} ${criterion.title}`}
        lead="The id is the public one of the Trust Services Criteria; the words are ours."
      />
      {controls.length === 0 ? (
        <p>No control for it is published.</p>
      ) : (
        <CriterionTable id={criterion.id} title={criterion.title} controls={controls} isHeaded />
      )}
    </>
  );
}

function ControlPart({ page: { control, criteria } }: { page: { control: PublishedControl; criteria: Criterion[] } }) {
  return (
    <>
      <PageHeader eyebrow={`Control ${control.code}`} title={control.title} lead={control.description || undefined} />
      <Section id="facts" title="About it">
        <Facts>
          <Fact term="Status">
            <Status tone={controlStatusTones[control.status]} word={controlStatusNames[control.status]} />
          </Fact>
          <Fact term="Criteria">
            {criteria.length === 0
              ? "It serves no single criterion"
              : criteria.map(({ id, title }) => (
                  <p key={id}>
                    <a href={`/controls/${id}`}>
                      <Id>{id}</Id>
                    </a>{" "}
                    {title}
                  </p>
                ))}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

type Criterion = Extract<ControlPage, { is: "control" }>["criteria"][number];
