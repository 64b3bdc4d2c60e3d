import { Button } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { CheckboxGroup } from "#app/components/field.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { KeyHints } from "#app/components/keyboard.tsx";
import { Meter } from "#app/components/meter.tsx";
import { Id } from "#app/components/mono.tsx";
import { ActionBar, PaneLayout } from "#app/components/pane-layout.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { RowLink, RowList } from "#app/components/row-list.tsx";
import { Status } from "#app/components/status.tsx";
import { Trail } from "#app/components/trail.tsx";
import { StaffFrame } from "#scripts/gallery/staff-frame.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

function Waiting() {
  return (
    <>
      <FilterLinks
        label="Show"
        filters={[
          { to: "?show=waiting", label: "Waiting", count: 7, current: true },
          { to: "?show=mine", label: "Mine", count: 2 },
          { to: "?show=hold", label: "On hold", count: 3 },
          { to: "?show=decided", label: "Decided" },
        ]}
      />
      <RowList label="Waiting requests">
        <RowLink
          to="/staff/requests/2041"
          current
          tone="current"
          strong
          title={
            <>
              Imke Vossler <span>Brightkiln AG</span>
            </>
          }
          aside="48 min"
          lines={[
            <span key="what" className="row-quiet">
              SOC 2 report 2026, penetration test, 1 more
            </span>,
            <span key="why">
              <b>Approve 3, hold 1.</b> Known domain, no NDA yet
            </span>,
          ]}
        />
        <RowLink
          to="/staff/requests/2038"
          tone="lapsed"
          strong
          late
          title={
            <>
              J. Ross <span>brightkiin.example</span>
            </>
          }
          aside="19 h, due in 5 h"
          lines={[
            <span key="why">
              <b>Hold.</b> Domain looks like brightkiln.example (<Id>l</Id> → <Id>i</Id>)
            </span>,
          ]}
        />
        <RowLink
          to="/staff/requests/2042"
          tone="none"
          strong
          title={
            <>
              Łukasz Wrona <span>Kopalnia Danych sp. z o.o.</span>
            </>
          }
          aside="41 min"
          lines={[
            <span key="why">
              <b>No suggestion.</b> Two rules match and disagree
            </span>,
          ]}
        />
      </RowList>
    </>
  );
}

function Queue() {
  return (
    <StaffFrame>
      <StaffHeader title="Requests" meta="7 waiting, oldest 19 h. Target 24 h">
        <Button size="small">Rules</Button>
      </StaffHeader>
      <PaneLayout list={<Waiting />} listLabel="Requests" workLabel="Request R-2041">
        <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
          <div>
            <p className="text-ink2">
              <Id>R-2041</Id>, verified by code 14 Sep 2026, 08:14 UTC
            </p>
            <h2 className="text-xl">Imke Vossler, Brightkiln AG</h2>
            <p className="text-ink2">Security Risk Analyst</p>
          </div>
          <div className="grid w-48 content-start gap-1">
            <b>23 h 12 min left</b>
            <span className="text-ink2">due 15 Sep, 08:14 UTC</span>
            <Meter label="48 minutes of 24 hours gone" value={48} max={1440} />
          </div>
        </div>
        <div className="apart" data-tone="current">
          <div>
            <Status tone="current" word="Suggested: approve 3 for 30 days, hold 1">
              <span className="text-ink2">by rule 4. It does not decide by itself.</span>
            </Status>
          </div>
          <p className="text-13 text-ink2">Known domain, no NDA yet → approve, NDA first</p>
        </div>
        <form className="form">
          <CheckboxGroup
            label="Documents asked for"
            name="documents"
            defaultValue={["report", "letter"]}
            options={[
              { value: "report", label: "SOC 2 Type II report 2026", hint: "Current until 30 Jun 2027" },
              { value: "letter", label: "Penetration test, summary letter" },
              { value: "full", label: "Penetration test, full report", hint: "Rule 5: shown in a call only" },
            ]}
          />
          <div className="columns">
            <div>
              <h3 className="sub">The request</h3>
              <Facts compact>
                <Fact term="Reason">“Vendor review for payroll roll-out”</Fact>
                <Fact term="Sent from">
                  Zürich, <Id>203.0.113.54</Id>
                </Fact>
              </Facts>
            </div>
            <div>
              <h3 className="sub">The account</h3>
              <Facts compact>
                <Fact term="NDA">Clickwrap, none accepted yet</Fact>
                <Fact term="Others there">1 member, 1 questionnaire</Fact>
              </Facts>
            </div>
          </div>
          <div>
            <h3 className="sub">What happened</h3>
            <Trail
              compact
              events={[
                { at: "2026-09-14T08:14:00Z", what: "Address verified" },
                { at: "2026-09-14T08:12:00Z", what: "Sent from the trust page, 4 documents" },
              ]}
            />
          </div>
          <ActionBar>
            <Button variant="primary" kbd="A">
              Approve 3
            </Button>
            <Button kbd="M">Ask for more</Button>
            <Button variant="negative" kbd="D">
              Decline
            </Button>
            <Button kbd="R">Reassign</Button>
          </ActionBar>
        </form>
      </PaneLayout>
      <KeyHints
        hints={[
          { keys: ["J", "K"], label: "next, previous" },
          { keys: ["1", "–", "4"], label: "tick a document" },
          { keys: ["?"], label: "all keys" },
        ]}
      />
    </StaffFrame>
  );
}

export const queuePage: GalleryPage = {
  title: "Requests (7 waiting)",
  path: "/staff/requests/2041",
  element: <Queue />,
};
