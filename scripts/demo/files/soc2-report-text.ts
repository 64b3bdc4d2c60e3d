import { company, signatories } from "../content/company.ts";
import { addDays, longDate, yearOf } from "../content/dates.ts";
import type { DemoControl, DemoReport } from "../content/shapes.ts";
import type { Paper, Section } from "./paper.ts";
import { systemDescription } from "./soc2-system-text.ts";
import { testsOfControls } from "./tests-of-controls.ts";

/** `next` is the report of the period that follows. */
export function soc2ReportPaper(report: DemoReport, controls: DemoControl[], next: DemoReport): Paper {
  return {
    title: `SOC 2 Type II report ${yearOf(report.periodEnd!)}`,
    subtitle: `${report.systemName}, ${period(report)}`,
    handling: "Confidential, restricted use",
    cover: "page",
    facts: [
      ["Service organization", company.legalName],
      ["System", report.systemName],
      ["Products", report.products.join(", ")],
      ["Categories", "Security, Availability, Confidentiality"],
      ["Period", period(report)],
      ["Service auditor", `${report.auditor}. ${report.auditorLicence}`],
      ["Opinion", report.opinion === "qualified" ? "Qualified" : "Unqualified"],
      ["Issued", longDate(report.issuedOn!)],
    ],
    sections: [
      auditorsReport(report),
      assertion(report),
      ...systemDescription(report),
      criteriaMap(controls),
      ...testSections(report, controls),
      responses(report, next),
    ],
  };
}

function auditorsReport(report: DemoReport): Section {
  return {
    title: "1. Report of the independent service auditor",
    startsPage: true,
    blocks: [
      `To the management of ${company.legalName}`,
      { heading: "What we examined" },
      `We examined the description of the ${report.systemName} in section 3 for ${period(report)}, and whether the controls in it were suitably designed and worked throughout that time, so as to give reasonable assurance that the company's service commitments and system requirements were met under the criteria for Security, Availability and Confidentiality.`,
      `${report.subservice.map((each) => each.name).join(" and ")} provide part of the system. They are carved out: the description states which of their controls are assumed, and we did not examine them. It also names controls that customers must operate; we did not examine those either.`,
      "Section 6 comes from management. It was not part of our examination, and we give no opinion on it.",
      { heading: "What management is responsible for" },
      "Management is responsible for its commitments and requirements, for choosing and operating controls that meet them, for the description, and for the assertion in section 2: that each is complete, accurate and fairly put.",
      { heading: "What we are responsible for" },
      "We are responsible for an opinion on the description and on the design and operation of the controls. We planned and carried out our work under the attestation standards that apply to certified public accountants in the United States, are independent of the company, and followed the profession's rules on ethics and quality.",
      "We believe that the evidence we obtained is sufficient and suitable as a basis for our opinion. Where a test needed a sample, we chose it ourselves from populations whose completeness we had checked. Our work included",
      {
        list: [
          "learning about the system and the commitments that the company makes",
          "judging the risk that the description is wrong or that controls did not work",
          "testing whether the description matches what is in place",
          "testing the design of controls, and their operation over the whole period, by inquiry, observation, inspection and repetition",
          "judging the description as a whole",
        ],
      },
      "How far each test went depended on the risk that a control would fail, how often it runs, and whether a person or a machine operates it. Some controls of which the description speaks as planned or in progress were not in place for the period; we did not test them and they are not listed in section 5.",
      { heading: "Limits" },
      "A description is written for many readers and may leave out what matters to one of them. Controls can fail or be got round. What held in the period need not hold later, because systems and the ways of following rules change.",
      ...(report.opinion === "qualified" ? reasonForQualification() : []),
      { heading: "Opinion" },
      `In our opinion${report.opinion === "qualified" ? ", except for the matter described above" : ""}, in all material respects, the description presents the system as it was designed and implemented in the period; the controls were suitably designed, provided that the subservice organizations and the customers operated theirs; and the controls operated effectively throughout the period. Tests and results, with ${report.exceptions.length} exceptions, are in section 5.`,
      { heading: "Restricted use" },
      `This report is for the company, for those who used its system during some or all of the period, for those who consider using it, for their auditors, and for regulators, who know enough about such systems and controls to judge it. It is not for anyone else.`,
      {
        signature: {
          place: "Burlington, Vermont",
          date: longDate(report.issuedOn!),
          name: report.auditor,
          title: "Certified Public Accountants",
        },
      },
    ],
  };
}

function reasonForQualification(): Section["blocks"] {
  return [
    { heading: "Reason for the qualification" },
    "Access rights for the support desk and for the reporting database were not reviewed in two of four quarters. In that time the controls did not give reasonable assurance that rights in those two systems were still needed, as the criteria CC6.2 and CC6.3 ask. We found no account that was misused.",
  ];
}

function assertion(report: DemoReport): Section {
  return {
    title: "2. Assertion by management",
    startsPage: true,
    blocks: [
      `We have written the description of the ${report.systemName} for ${period(report)}, so that readers can judge the risks of using it. It is meant to be read together with what they know about their own controls.`,
      "We confirm, to the best of our knowledge, that",
      {
        list: [
          "the description shows the system as it was designed and in place during the period, including the changes made in it",
          "the controls were suitably designed to meet our commitments and requirements, if the subservice organizations and customers operated the controls that we assume",
          report.opinion === "qualified"
            ? "the controls operated effectively throughout the period, except for access reviews of two systems, which are described in section 5"
            : "the controls operated effectively throughout the period, with the exceptions that are described in section 5",
        ],
      },
      "We chose the categories Security, Availability and Confidentiality because our customers rely on delivery in time and trust us with data about their own customers. Processing Integrity and Privacy are not part of this report.",
      {
        signature: {
          place: "Bristol",
          date: longDate(report.issuedOn!),
          name: signatories.chiefExecutive.name,
          title: `${signatories.chiefExecutive.title}, ${company.legalName}`,
        },
      },
    ],
  };
}

function criteriaMap(controls: DemoControl[]): Section {
  const criteria = [...new Set(controls.flatMap((control) => control.criteria))].sort(byCriterion);
  return {
    title: "4. Criteria and the controls that meet them",
    startsPage: true,
    blocks: [
      "The criteria are named by their numbers; their text is published by the AICPA and is not repeated here.",
      {
        table: {
          head: ["Criterion", "Controls"],
          widths: [16, 84],
          rows: criteria.map((criterion) => [
            criterion,
            controls
              .filter((control) => control.criteria.includes(criterion))
              .map((control) => `${control.code} ${control.title}`)
              .join(" · "),
          ]),
        },
      },
    ],
  };
}

const groups: { title: string; codes: string[] }[] = [
  { title: "5.1 Governance, people and risk", codes: ["GV", "HR", "CO", "RM"] },
  { title: "5.2 Vendors and data", codes: ["VN", "DA"] },
  { title: "5.3 Access and encryption", codes: ["AC", "EN"] },
  { title: "5.4 Places, devices and networks", codes: ["PH", "EP", "NW"] },
  { title: "5.5 Operations and vulnerabilities", codes: ["OP", "VM"] },
  { title: "5.6 Changes", codes: ["SD"] },
  { title: "5.7 Incidents and recovery", codes: ["IR", "BC"] },
];

function testSections(report: DemoReport, controls: DemoControl[]): Section[] {
  const intro: Section = {
    title: "5. Tests of controls and results",
    startsPage: true,
    blocks: [
      `${controls.length} controls were tested. Samples were drawn from the whole population of the period, which we checked for completeness first. Where a control had no occurrence in a month, the sample was taken from the others.`,
      {
        note: `Exceptions were found for ${report.exceptions.length} of ${controls.length} controls: ${report.exceptions.map((exception) => exception.control).join(", ")}. Management's responses are in section 6.`,
      },
    ],
  };
  const exceptions = new Map(report.exceptions.map((exception) => [exception.control, exception.finding]));
  return [
    intro,
    ...groups.map(({ title, codes }) => ({
      title,
      blocks: [
        {
          table: {
            head: ["Control", "What the company does", "Test", "Result"],
            widths: [11, 35, 32, 22],
            rows: controls
              .filter((control) => codes.includes(control.code.slice(0, 2)))
              .map((control) => {
                const finding = exceptions.get(control.code);
                return [
                  `${control.code}\n${control.criteria.join("\n")}`,
                  control.description,
                  testsOfControls[control.code]!,
                  finding ? `Exception. ${finding}` : "No exception noted.",
                ];
              }),
          },
        },
      ],
    })),
  ];
}

function responses(report: DemoReport, next: DemoReport): Section {
  const followsAtOnce = addDays(report.periodEnd!, 1) === next.periodStart;
  return {
    title: "6. Other information from management (not examined)",
    startsPage: true,
    blocks: [
      "The service auditor has not examined this section and gives no opinion on it.",
      {
        table: {
          head: ["Control", "Exception", "Response of management"],
          widths: [11, 41, 48],
          rows: report.exceptions.map((exception) => [exception.control, exception.finding, exception.response]),
        },
      },
      `The next period starts on ${longDate(next.periodStart!)}, again over 12 months and with the same auditor.${followsAtOnce ? "" : " It has been moved to match the settlement year of customers; a bridge letter covers the time in between."}`,
    ],
  };
}

function period(report: DemoReport): string {
  return `${longDate(report.periodStart!)} to ${longDate(report.periodEnd!)}`;
}

function byCriterion(a: string, b: string): number {
  const order = ["CC", "A", "C"];
  const split = (id: string) => /^([A-Z]+)(\d+)\.(\d+)$/.exec(id)!.slice(1);
  const [seriesA, majorA, minorA] = split(a);
  const [seriesB, majorB, minorB] = split(b);
  return (
    order.indexOf(seriesA!) - order.indexOf(seriesB!) ||
    Number(majorA) - Number(majorB) ||
    Number(minorA) - Number(minorB)
  );
}
