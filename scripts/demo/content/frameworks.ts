/** What else buyers ask about, each with a stated status. */
export const frameworks = [
  {
    key: "gdpr",
    name: "GDPR and UK GDPR",
    kind: "framework",
    status: "Followed: own assessment, reviewed each year by our Data Protection Officer",
    note: "We act as processor for customer data. Our data processing agreement is public.",
  },
  {
    key: "iso-27001",
    name: "ISO/IEC 27001",
    kind: "certification",
    status: "Not held: the management system is being built, and no audit date is set",
    note: "Our controls are mapped to Annex A. The mapping is available on request.",
  },
  {
    key: "nis2",
    name: "NIS 2",
    kind: "framework",
    status: "In progress: assessed as an important entity in the Netherlands",
    note: "Duties to report incidents are already part of our incident response policy.",
  },
];
