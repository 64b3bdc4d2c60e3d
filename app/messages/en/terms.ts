/** The words of reports and certificates. */
export const terms = {
  kinds: { "soc2-type1": "SOC 2 Type I", "soc2-type2": "SOC 2 Type II", soc3: "SOC 3" },
  kindMeanings: {
    "soc2-type1": "How controls were designed on one day",
    "soc2-type2": "How controls operated over a period",
    soc3: "A summary for general use",
  },
  opinions: { unqualified: "Unqualified", qualified: "Qualified", adverse: "Adverse", disclaimer: "Disclaimer" },
  /** What the opinion means for a reader of this kind of report. */
  unqualifiedMeans: {
    "soc2-type1":
      "It passed. In the auditor’s opinion the description is fair and the controls were suitably designed on that day, in all material respects.",
    "soc2-type2":
      "It passed. In the auditor’s opinion the description is fair and the controls were suitably designed and operated effectively, in all material respects.",
    soc3: "It passed. In the auditor’s opinion the description is fair and the controls were effective, in all material respects.",
  },
  opinionMeans: {
    qualified:
      "It passed with noted exceptions. The auditor names something that did not meet the criteria; everything else did, in all material respects.",
    adverse: "It failed. The auditor found that controls did not meet the criteria in material respects.",
    disclaimer: "There is no opinion. The auditor could not get enough evidence to form one.",
  },
  categories: {
    security: "Security",
    availability: "Availability",
    "processing-integrity": "Processing Integrity",
    confidentiality: "Confidentiality",
    privacy: "Privacy",
  },
  categoryMeanings: {
    security: "Systems and data are protected against unauthorised access and damage.",
    availability: "The service can be used as agreed, and comes back when it fails.",
    "processing-integrity": "Processing is complete, valid, accurate and on time.",
    confidentiality: "What is marked confidential is kept so, and disposed of on time.",
    privacy: "Personal data is collected, used, kept and disclosed as the privacy notice says.",
  },
  controlStatuses: { implemented: "Implemented", "in-progress": "In progress", planned: "Planned" },
  subprocessorStates: { planned: "Planned", active: "Active", leaving: "Leaving", removed: "Removed" },
  topics: {
    compliance: "Compliance",
    vulnerabilities: "Vulnerabilities",
    incidents: "Incidents",
    subprocessors: "Subprocessors",
    general: "General",
  },
};

export type Term = { word: string; meaning: string };

/** Every word of the record, in the order in which a reader meets it. */
export const glossary: Term[] = [
  {
    word: "SOC 2",
    meaning:
      "A report in which an independent CPA firm examines the controls of a service provider against the Trust Services Criteria and gives its opinion. It is an attestation, not a certification.",
  },
  {
    word: "Type I, as-of date",
    meaning: "The auditor looked at how controls were designed on one day. It says nothing about the days after.",
  },
  {
    word: "Type II, period",
    meaning:
      "The auditor tested whether controls worked over a period, usually 3 to 12 months. What happened after the period’s last day was not examined.",
  },
  {
    word: "Opinion",
    meaning:
      "The auditor’s conclusion. Unqualified: it passed. Qualified: it passed, but something named in the report did not meet the criteria. Adverse: it failed. Disclaimer: the auditor could not get enough evidence to say.",
  },
  {
    word: "Exception",
    meaning:
      "A test that did not come out as it should have. A report may have exceptions and still an unqualified opinion; management answers each one.",
  },
  {
    word: "Categories",
    meaning:
      "Security, Availability, Processing Integrity, Confidentiality and Privacy. Security is part of every SOC 2; the company chooses the others for its business.",
  },
  {
    word: "Criterion, control",
    meaning:
      "A criterion is what has to be achieved. A control is what this company does to achieve it. The company writes its controls and maps them to criteria.",
  },
  {
    word: "Bridge letter",
    meaning:
      "Management’s own statement that nothing material has changed since the period ended. It covers at most a few months and is not audited.",
  },
  {
    word: "Subservice organization, carve-out, inclusive",
    meaning:
      "A supplier whose controls the service depends on. Carved out: those controls are not in this report, but in the supplier’s own. Inclusive: the auditor examined them too.",
  },
  {
    word: "CUEC",
    meaning:
      "Complementary user entity control: something that you as the customer do, such as removing your leavers, so that the vendor’s controls can work.",
  },
  {
    word: "SOC 3",
    meaning: "A short summary of a SOC 2 report that anyone may read, without the tests and their results.",
  },
];
