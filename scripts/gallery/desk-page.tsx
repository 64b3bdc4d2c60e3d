import { Button } from "#app/components/button.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { KeyHints } from "#app/components/keyboard.tsx";
import { Meter } from "#app/components/meter.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { ActionBar, EvidenceSection, PaneLayout } from "#app/components/pane-layout.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { ProgressSegments } from "#app/components/progress-segments.tsx";
import { RowLink, RowList } from "#app/components/row-list.tsx";
import { MatchMethod, Status } from "#app/components/status.tsx";
import { StaffFrame } from "#scripts/gallery/staff-frame.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

function Questions() {
  return (
    <>
      <FilterLinks
        label="Show"
        filters={[
          { to: "?show=decide", label: "To decide", count: 56, current: true },
          { to: "?show=vetoed", label: "Vetoed", count: 4 },
          { to: "?show=blank", label: "Blank", count: 23 },
        ]}
      />
      <h2>3 Cryptography</h2>
      <RowList numbered label="Cryptography">
        <RowLink
          to="?question=3.04"
          number="3.04"
          title="Is all customer data encrypted at rest? State the algorithm."
          lines={[
            <span key="m">
              <MatchMethod method="near-exact" />, kept 97 %
            </span>,
          ]}
        />
        <RowLink
          to="?question=3.07"
          number="3.07"
          current
          title="Do you prohibit staff from storing customer data on removable media?"
          lines={[
            <Status key="m" tone="lapsed" word="Vetoed:">
              says the opposite
            </Status>,
          ]}
        />
        <RowLink
          to="?question=4.06"
          number="4.06"
          title="Do you carry out background checks in Switzerland?"
          lines={[
            <Status key="m" tone="pending" word="Routed">
              to People, due 16 Sep
            </Status>,
          ]}
        />
      </RowList>
    </>
  );
}

function Evidence() {
  return (
    <>
      <EvidenceSection title="Why these two met">
        <p className="text-13">
          <mark>removable media</mark> = <mark>USB drives</mark>, <mark>staff</mark> = <mark>employees</mark>
        </p>
      </EvidenceSection>
      <EvidenceSection title="Told Brightkiln before" aside="2">
        <p className="text-13">
          <b>3 Oct 2025</b>, vendor assessment 2025. “Keys are rotated every 24 months.”
        </p>
        <p className="text-13">
          <Status tone="ageing" word="Changed since:">
            12 months now
          </Status>
        </p>
      </EvidenceSection>
    </>
  );
}

function Desk() {
  return (
    <StaffFrame>
      <StaffHeader
        back={{ to: "/staff/questionnaires", label: "Questionnaires" }}
        title="Brightkiln AG: vendor assessment 2026"
        meta="Due 18 Sep 2026, 4 days. From Anselm Roth"
      >
        <Button size="small" kbd="⇧ A">
          Accept 31 near-exact
        </Button>
      </StaffHeader>
      <div className="border-b border-line px-5 pt-2.5 pb-3">
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
      </div>
      <PaneLayout
        list={<Questions />}
        listLabel="Questions"
        workLabel="Question 3.07"
        evidence={<Evidence />}
        evidenceLabel="Evidence for question 3.07"
        narrowRail
      >
        <div>
          <p className="text-13 text-ink2">
            <Id>3.07</Id> Assessment, cells <Id>C41</Id> and <Id>D41</Id>
          </p>
          <h2 className="mt-1 text-lg font-medium">
            Do you <span className="differs">prohibit</span> <mark>staff</mark> from <mark>storing</mark>{" "}
            <mark>customer data</mark> on <mark>removable media</mark>?
          </h2>
        </div>
        <Note tone="lapsed" title="Not filled: the best match says the opposite.">
          The question asks whether you <b>prohibit</b> it; the answer below says “Yes” to <b>allowing</b> it.
        </Note>
        <div className="paper">
          <div className="paper-head">
            <span>
              <b>Best match</b>, <Id>KB-0187</Id> version 3
            </span>
            <span className="flex items-center gap-2">
              <MatchMethod method="semantic" /> 0.64
              <Meter className="w-24" label="0.64, below the line of 0.90 for filling" value={0.64} mark={0.9} />
            </span>
          </div>
          <div className="p-3.5">
            <p>
              <del>annually</del> <ins>every 6 months</ins>. <mark>Removable media</mark> are blocked on all laptops.
            </p>
          </div>
        </div>
        <ActionBar>
          <Button variant="primary" kbd="2">
            Use answer 2
          </Button>
          <Button kbd="E">Edit</Button>
          <Button kbd="R">Route</Button>
          <Button kbd="B">Leave blank</Button>
        </ActionBar>
      </PaneLayout>
      <KeyHints
        hints={[
          { keys: ["J", "K"], label: "next, previous" },
          { keys: ["Enter"], label: "accept" },
          { keys: ["2", "–", "5"], label: "use next best" },
          { keys: ["?"], label: "all keys" },
        ]}
      />
    </StaffFrame>
  );
}

export const deskPage: GalleryPage = {
  title: "Brightkiln vendor assessment: 165 of 253 reviewed",
  path: "/staff/questionnaires/1",
  element: <Desk />,
};
