import { Download, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Counts, Fact, Facts } from "#app/components/facts.tsx";
import { FilterLinks, TabLinks } from "#app/components/filter-links.tsx";
import { Flash } from "#app/components/flash.tsx";
import { Fold, Folds } from "#app/components/fold.tsx";
import { Kbd } from "#app/components/keyboard.tsx";
import { Markdown } from "#app/components/markdown.tsx";
import { CoverageMeter, Meter } from "#app/components/meter.tsx";
import { Hash, Id } from "#app/components/mono.tsx";
import { Banner, Note } from "#app/components/note.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Paper } from "#app/components/paper.tsx";
import { ProgressSegments } from "#app/components/progress-segments.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { SearchField } from "#app/components/search-field.tsx";
import { Section } from "#app/components/section.tsx";
import { Audience, MatchMethod, Status, Tag } from "#app/components/status.tsx";
import { Stepper } from "#app/components/stepper.tsx";
import { DateRange, DateText, DateTime } from "#app/components/time.tsx";
import type { Tone } from "#app/components/tones.ts";
import { Trail } from "#app/components/trail.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

const hash = "4be1a6d0c9a57f3320b18e6f77d2c4519a0e3bd86c2f41a7de905b1c83f6e214";

const states: [Tone, string, string][] = [
  ["current", "Current", "Issued on 3 Feb 2026. Its period ended 74 days ago."],
  ["bridged", "Current, bridged to 30 Jun 2026", "A letter from management covers 92 days; it is not audited."],
  ["ageing", "Ageing", "The period ended 14 months ago and no letter covers today."],
  ["qualified", "Qualified", "It passed with noted exceptions. 1 criterion was not met."],
  ["lapsed", "Lapsed", "The period ended more than 18 months ago. Do not rely on it for today."],
  ["pending", "Report pending", "The window is over. The report is expected in Jun 2026."],
  ["observation", "In observation", "The window runs until 30 Sep 2026, 41 of 183 days done."],
  ["prep", "In preparation", "An as-of date of 30 Nov 2026 is planned."],
  ["none", "None", "No report exists."],
  ["disclaimer", "Disclaimer", "The auditor could not get enough evidence to form an opinion."],
];

const agreement = `# Mutual non-disclosure agreement

Between Northmoor Ltd and the company that you name below.

1. **What is confidential.** What either of us gives the other through this portal.
2. **What it is for.** To decide whether to buy our services. See [the notes](https://northmoor.example/nda).
3. **How long.** Three years.

> Trade secrets stay protected for as long as they are secret.

- Copies carry \`CP-\` numbers
- Backups follow their normal cycle

\`\`\`
sha256sum report.pdf
\`\`\`

<b>not bold</b> and [not a link](javascript:alert(1))`;

function Statuses() {
  return (
    <ul className="lines">
      {states.map(([tone, word, reason]) => (
        <li key={tone} className="grid grid-cols-1 gap-x-5 gap-y-1 sm:grid-cols-[17rem_minmax(0,1fr)]">
          <Status tone={tone} word={word} />
          <p className="text-sm text-ink2">{reason}</p>
        </li>
      ))}
    </ul>
  );
}

function Buttons() {
  return (
    <>
      <ButtonRow>
        <Button variant="primary">Request 2 documents</Button>
        <Button icon={Download}>Download</Button>
        <Button variant="negative">Revoke grant</Button>
        <Button variant="quiet">Keep version 5</Button>
        <Button variant="primary" busy busyLabel="Sending">
          Send the request
        </Button>
      </ButtonRow>
      <ButtonRow>
        <Button variant="primary" kbd="A">
          Approve 3
        </Button>
        <Button kbd="M">Ask for more</Button>
        <Button variant="negative" kbd="D">
          Decline
        </Button>
        <Button size="small" icon={ListChecks}>
          Accept 31
        </Button>
        <ButtonLink size="small" to="/trust">
          See decided requests
        </ButtonLink>
        <Kbd>⌘ K</Kbd>
      </ButtonRow>
      <ButtonRow>
        <Tag>Subprocessors</Tag>
        <Tag tone="current">Implemented</Tag>
        <Tag tone="ageing">In progress</Tag>
        <Tag tone="prep">Planned</Tag>
        <Audience audience="public" />
        <Audience audience="on-request" />
        <Audience audience="nda">NDA version 4</Audience>
        <Audience audience="internal" />
        <MatchMethod method="exact" />
        <MatchMethod method="near-exact" />
        <MatchMethod method="semantic" />
        <MatchMethod method="drafted" />
      </ButtonRow>
    </>
  );
}

function Documents() {
  return (
    <DataTable
      caption="Documents"
      columns={[
        { key: "document", label: "Document" },
        { key: "open", label: "Open" },
        { key: "audience", label: "Audience" },
        { key: "get", label: "Get it", hidden: true, align: "end" },
      ]}
    >
      <tr>
        <RowHead detail="PDF, 86 pages, 2.1 MB">SOC 2 Type II report 2026</RowHead>
        <Cell label="Open">
          <Status tone="current" word="Open" detail="until 14 Oct 2026" />
        </Cell>
        <Cell label="Audience">
          <Audience audience="nda" />
        </Cell>
        <Cell align="end">
          <ButtonLink size="small" icon={Download} href="/documents/1">
            Download<span className="sr-only"> SOC 2 Type II report 2026</span>
          </ButtonLink>
        </Cell>
      </tr>
      <tr>
        <RowHead detail="PDF, 6 pages">Penetration test, summary letter</RowHead>
        <Cell label="Open">
          <Status tone="pending" word="Waits" detail="for the NDA above" />
        </Cell>
        <Cell label="Audience">
          <Audience audience="on-request" />
        </Cell>
        <Cell align="end" quiet>
          Opens on acceptance
        </Cell>
      </tr>
    </DataTable>
  );
}

function Numbers() {
  return (
    <>
      <ProgressSegments
        label="253 questions"
        segments={[
          { label: "accepted", count: 148, fill: "solid" },
          { label: "edited", count: 17, fill: "striped" },
          { label: "routed", count: 9, fill: "pending" },
          { label: "to decide", count: 56, fill: "empty" },
          { label: "blank, no answer fits", count: 23, fill: "hatched" },
        ]}
      />
      <Folds>
        <Fold
          summary="Logical and physical access"
          aside={
            <span className="grid w-44 grid-cols-[1fr_auto] items-center gap-3">
              <CoverageMeter
                label="10 implemented, 1 in progress"
                parts={[
                  { fill: "solid", count: 10 },
                  { fill: "dotted", count: 1 },
                ]}
              />
              10 of 11
            </span>
          }
          open
        >
          <p>Access of leavers is removed within 4 hours.</p>
        </Fold>
        <Fold
          summary="Business and vendor risk"
          aside={
            <span className="grid w-44 grid-cols-[1fr_auto] items-center gap-3">
              <CoverageMeter
                label="4 implemented, 1 planned"
                parts={[
                  { fill: "solid", count: 4 },
                  { fill: "planned", count: 1 },
                ]}
              />
              4 of 5
            </span>
          }
        >
          <p>Vendors are reviewed each year.</p>
        </Fold>
      </Folds>
      <Fold variant="link" summary="2 exceptions, with our responses">
        <p>One leaver of 25 kept access for 3 days.</p>
      </Fold>
      <div className="grid gap-6 sm:grid-cols-3">
        <Meter label="0.64, below the line of 0.90 for filling" value={0.64} mark={0.9} />
        <Meter label="48 minutes of 24 hours gone" value={48} max={1440} />
        <Meter label="Notice runs: 14 of 30 days" value={14} max={30} tone="pending" />
      </div>
      <Counts
        counts={[
          { label: "questions", count: 253 },
          { label: "headings", count: 17 },
          { label: "instructions", count: 6 },
          { label: "rows to check", count: 2 },
        ]}
      />
    </>
  );
}

function Around({ children }: { children: ReactNode }) {
  return (
    <PublicLayout
      brand={{ name: "Northmoor" }}
      nav={[
        { to: "/trust", label: "SOC 2" },
        { to: "/trust#controls", label: "Controls" },
        { to: "/trust#documents", label: "Documents" },
        { to: "/subprocessors", label: "Subprocessors" },
        { to: "/updates", label: "Updates" },
      ]}
      search={<SearchField label="Search this trust center" placeholder="Search" kbd="/" />}
      account={{ email: "imke.vossler@brightkiln.example", company: "Brightkiln AG", signOutPath: "/sign-out" }}
      footer={{
        note: (
          <>
            Worked out from the record on <DateTime date="2026-09-14T09:30:00Z" />.
          </>
        ),
        links: [
          { to: "/privacy", label: "Privacy" },
          { to: "https://northmoor.example", label: "northmoor.example" },
        ],
      }}
    >
      {children}
    </PublicLayout>
  );
}

function Parts() {
  return (
    <Around>
      <PageHeader
        eyebrow={
          <>
            Request <Id>R-2041</Id>, sent <DateTime date="2026-09-14T08:12:00Z" />
          </>
        }
        title="Approved. Accept the NDA to open your documents"
        lead="Security approved 3 of the 4 documents you asked for. One is ready now; two open when you accept the NDA."
      >
        <Stepper
          steps={[
            { label: "Address verified", detail: "14 Sep, 08:14 UTC", state: "done" },
            { label: "Decided by Security", detail: "14 Sep, 09:02 UTC, after 48 min", state: "done" },
            { label: "NDA: your turn", detail: "Open until 28 Sep 2026", state: "now" },
            { label: "Documents open", detail: "30 days from acceptance", state: "todo" },
          ]}
        />
      </PageHeader>
      <Section id="status" title="Status" intro="A glyph, a word and the reason with its dates.">
        <Statuses />
      </Section>
      <Section id="buttons" title="Buttons and words" links={[{ to: "/trust#status", label: "What each term means" }]}>
        <Buttons />
      </Section>
      <Section id="documents" title="Your documents" intro="Each PDF is stamped on every page with your name.">
        <Documents />
        <Facts>
          <Fact term="When">
            <DateTime date="2026-09-14T09:31:07Z" />
          </Fact>
          <Fact term="Period">
            <DateRange start="2025-07-01" end="2026-06-30" />
          </Fact>
          <Fact term="Reviewed">
            <DateText date="2026-03-12" />
          </Fact>
          <Fact term="File">
            <Hash value={hash} kind="sha256" />
          </Fact>
        </Facts>
      </Section>
      <Section id="numbers" title="Numbers">
        <Numbers />
      </Section>
      <Section id="notes" title="Notes">
        <Banner tone="bridged" title="Bridge letter ends in 16 days.">
          After 30 Sep 2026 the page says “current” again. <a href="#status">Draft the next letter</a>
        </Banner>
        <Note tone="lapsed" title="Not filled: the best match says the opposite.">
          <p>The question asks whether you prohibit it; the answer below says “Yes” to allowing it with approval.</p>
        </Note>
        <Note>You signed in with the domain brightkiln.example.</Note>
        <EmptyState
          title="No request is waiting"
          action={
            <ButtonLink size="small" to="/decided">
              See decided requests
            </ButtonLink>
          }
        >
          The last one was decided on 14 Sep 2026, 09:02 UTC, after 48 min.
        </EmptyState>
        <FilterLinks
          label="Show"
          filters={[
            { to: "?show=waiting", label: "Waiting", count: 7, current: true },
            { to: "?show=mine", label: "Mine", count: 2 },
            { to: "?show=decided", label: "Decided" },
          ]}
        />
        <TabLinks
          label="Sheets"
          tabs={[
            { to: "?sheet=1", label: "Instructions" },
            { to: "?sheet=2", label: "Assessment", current: true },
          ]}
        />
        <Pagination range="51 – 100 of 447" newer="?after=1" older="?before=2" />
      </Section>
      <Section id="nda" title="The NDA" intro="Read it to the end, then accept below.">
        <Paper
          label="Text of the NDA"
          head={
            <>
              Mutual non-disclosure agreement, <b>version 4</b>
            </>
          }
          headAside={<Hash value={hash} kind="sha256" />}
          foot={<span>2 pages</span>}
        >
          <Markdown text={agreement} />
        </Paper>
        <Trail
          events={[
            { at: "2026-09-14T09:02:00Z", what: "Security approved 3 documents and declined 1", detail: "Mail sent" },
            { at: "2026-09-14T08:12:00Z", what: "You asked for 4 documents" },
          ]}
        />
      </Section>
      <Section id="ask" title="Questions that need a page">
        <DialogPage
          level={2}
          title="Revoke Imke Vossler’s grant?"
          actions={
            <>
              <ButtonLink to="/">Keep</ButtonLink>
              <Button variant="negative">Revoke grant</Button>
            </>
          }
        >
          <p>The SOC 2 report closes for her now. Her NDA acceptance stays on record.</p>
        </DialogPage>
      </Section>
      <Flash message="Approved 3 documents for Imke Vossler.">
        <a href="#undo">Undo</a> <span>9 min left</span>
      </Flash>
    </Around>
  );
}

export const partsPage: GalleryPage = { title: "Parts", path: "/trust", element: <Parts /> };
