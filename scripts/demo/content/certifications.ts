import { workday } from "./dates.ts";
import type { DemoCertification } from "./shapes.ts";

const notIssued = { issuer: "", certificateNumber: "", validFrom: null, validUntil: null, expectedOn: null };
const ownStatement = { ...notIssued, scope: "", link: "" };

/** What else buyers ask about. Nothing has been issued to the company, and it says so. */
export function certifications(today: Date): DemoCertification[] {
  return [
    {
      ...notIssued,
      kind: "certification",
      name: "ISO/IEC 27001",
      scope: "Lindmere Relay and Lindmere Almanac, planned",
      statement: "The management system is being built, and our controls are mapped to Annex A. No audit is booked.",
      statedOn: null,
      link: "",
      documentKey: null,
    },
    {
      ...ownStatement,
      kind: "framework",
      name: "GDPR and UK GDPR",
      statement: "Assessed each year by our Data Protection Officer. We act as processor for customer data.",
      statedOn: workday(today, -58),
      documentKey: "data-processing-agreement",
    },
    {
      ...ownStatement,
      kind: "framework",
      name: "NIS 2",
      statement:
        "Assessed by our own staff as an important entity in the Netherlands. The work on its measures is not finished; the duties to report incidents are in our incident response policy.",
      statedOn: workday(today, -120),
      documentKey: null,
    },
  ];
}
