import { Inbox } from "lucide-react";
import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BrandMark } from "#app/components/brand-mark.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Flash } from "#app/components/flash.tsx";
import { CoverageMeter, Meter } from "#app/components/meter.tsx";
import { Hash } from "#app/components/mono.tsx";
import { ProgressSegments } from "#app/components/progress-segments.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { StaffLayout } from "#app/components/staff-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { Stepper } from "#app/components/stepper.tsx";
import { DateText, DateTime } from "#app/components/time.tsx";
import { markupAt } from "#scripts/gallery/static-page.tsx";

describe("a status", () => {
  it("is a glyph, a word and a reason; the glyph is not spoken", () => {
    const html = render(
      <Status tone="bridged" word="Current, bridged">
        until 30 Sep 2026
      </Status>,
    );
    expect(html).toContain('data-tone="bridged"');
    expect(html).toMatch(/<svg class="glyph"[^>]*aria-hidden="true"/);
    expect(html).toContain("<span>Current, bridged</span></span> until 30 Sep 2026");
  });
});

describe("a date on a page", () => {
  it("is a time element that machines can read", () => {
    expect(render(<DateText date="2026-03-12" />)).toBe('<time dateTime="2026-03-12">12 Mar 2026</time>');
    expect(render(<DateTime date="2026-09-14T08:12:00Z" />)).toBe(
      '<time dateTime="2026-09-14T08:12:00Z">14 Sep 2026, 08:12 UTC</time>',
    );
  });
});

describe("a hash", () => {
  it("is shortened for the eye and whole in its title", () => {
    const value = "ab".repeat(32);
    const html = render(<Hash value={value} kind="sha256" />);
    expect(html).toContain(`title="${value}"`);
    expect(html).toContain("sha256 abab abab … abab abab");
  });
});

describe("a bar", () => {
  const segments = [
    { label: "accepted", count: 3, fill: "solid" as const },
    { label: "blank", count: 0, fill: "hatched" as const },
    { label: "to decide", count: 1, fill: "empty" as const },
  ];

  it("is spoken as its counts, and shows a part for each that has any", () => {
    const html = render(<ProgressSegments label="4 questions" segments={segments} />);
    expect(html).toContain('aria-label="4 questions: 3 accepted, 0 blank, 1 to decide"');
    expect(html).toContain('x="0%" width="75%"');
    expect(html).toContain('x="75%" width="25%"');
    expect(html.match(/seg-hatched/g)).toHaveLength(1);
  });

  it("needs no inline style, which the content security policy would block", () => {
    const html =
      render(<ProgressSegments label="4 questions" segments={segments} />) +
      render(<CoverageMeter label="1 of 2" parts={[{ fill: "solid", count: 2 }]} />) +
      render(<Meter label="half" value={0.5} mark={0.9} />);
    expect(html).not.toContain("style=");
  });

  it("draws nothing of an empty set", () => {
    const none = segments.map((segment) => ({ ...segment, count: 0 }));
    expect(render(<ProgressSegments label="0 questions" segments={none} />)).not.toContain("NaN");
  });

  it("stays within its track", () => {
    expect(render(<Meter label="over" value={3} max={2} />)).toContain('class="meter-fill" y="0" width="100%"');
  });
});

describe("a button", () => {
  it("submits, names its key, and keeps its width while busy", () => {
    const html = render(
      <Button variant="primary" kbd="A" busy busyLabel="Sending">
        Send
      </Button>,
    );
    expect(html).toMatch(/<button type="submit" aria-keyshortcuts="A" disabled="" class="btn btn-primary"/);
    expect(html).toContain('<span class="invisible">Send</span><span>Sending</span>');
  });

  it("leads to a page through the router and to a file by the browser itself", async () => {
    expect(await markupAt("/", <ButtonLink to="/request">Ask</ButtonLink>)).toContain('href="/request"');
    expect(render(<ButtonLink href="/files/1">Download</ButtonLink>)).toContain('<a href="/files/1"');
  });
});

describe("a table", () => {
  it("repeats the column's name in each cell, for screens where a row is a list", () => {
    const html = render(
      <DataTable
        caption="Documents"
        columns={[
          { key: "a", label: "Document" },
          { key: "b", label: "Size", align: "end" },
        ]}
      >
        <tr>
          <RowHead detail="PDF">Report</RowHead>
          <Cell label="Size" align="end">
            2 MB
          </Cell>
        </tr>
      </DataTable>,
    );
    expect(html).toContain('<caption class="sr-only">Documents</caption>');
    expect(html).toContain('<th scope="row">Report<small>PDF</small></th>');
    expect(html).toContain('<td data-label="Size" class="cell-end"><div>2 MB</div></td>');
  });
});

describe("a stepper", () => {
  it("marks the present step and says the state of each in words", () => {
    const html = render(
      <Stepper
        steps={[
          { label: "Sent", state: "done" },
          { label: "NDA", state: "now" },
          { label: "Open", state: "todo" },
        ]}
      />,
    );
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).toContain('<span class="sr-only">Now: </span>NDA');
  });
});

describe("a flash", () => {
  it("is announced and can be closed", () => {
    const html = render(<Flash message="Revoked the grant." />);
    expect(html).toContain('role="status"');
    expect(html).toContain('aria-label="Close"');
  });
});

describe("the brand", () => {
  it("is the logo, or the first letter of the name", () => {
    expect(render(<BrandMark name="Northmoor" logoUrl="/brand/logo" />)).toContain('src="/brand/logo"');
    expect(render(<BrandMark name="łódź Ltd" />)).toContain(">Ł</text>");
    expect(render(<BrandMark name="" />)).toContain("<rect");
  });
});

describe("the public layout", () => {
  const brand = { name: "Northmoor" };

  it("offers to sign in, skips to the content and marks the page one is on", async () => {
    const html = await markupAt(
      "/updates",
      <PublicLayout
        brand={brand}
        nav={[
          { to: "/updates", label: "Updates" },
          { to: "/#controls", label: "Controls" },
        ]}
      >
        hi
      </PublicLayout>,
    );
    expect(html).toContain('<a class="skip" href="#main">');
    expect(html).toContain('href="/sign-in"');
    expect(html).toMatch(/aria-current="page"[^>]*href="\/updates"|href="\/updates"[^>]*aria-current="page"/);
    expect(html).toContain('<a href="/#controls">Controls</a>');
  });

  it("says who is signed in and signs out with a post", async () => {
    const html = await markupAt(
      "/",
      <PublicLayout brand={brand} account={{ email: "i@a.example", company: "A Ltd", signOutPath: "/sign-out" }}>
        hi
      </PublicLayout>,
    );
    expect(html).toContain("i@a.example");
    expect(html).toMatch(/<form method="post" action="\/sign-out"/);
    expect(html).not.toContain('href="/sign-in"');
  });
});

describe("the staff layout", () => {
  it("marks the section one is in, also from a page below it", async () => {
    const html = await markupAt(
      "/staff/requests/7",
      <StaffLayout
        brand={{ name: "Northmoor" }}
        groups={[{ links: [{ to: "/staff/requests", label: "Requests", icon: Inbox, count: 0 }] }]}
        person={{ name: "Ada", role: "Security" }}
        signOutPath="/sign-out"
      >
        hi
      </StaffLayout>,
    );
    expect(html.match(/aria-current="page"/g)).toHaveLength(2);
    expect(html).toContain('<main id="main"');
    expect(html).not.toContain('class="count"');
  });
});
