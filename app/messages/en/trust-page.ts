import { calendar, count } from "./calendar.ts";

/** The sections of the public page; the company's own words stand among them as they were typed. */
export const trustPage = {
  pageTitle: "Trust center",
  nav: {
    soc2: "SOC 2",
    certifications: "Certifications",
    controls: "Controls",
    documents: "Documents",
    subprocessors: "Subprocessors",
    updates: "Updates",
    questions: "Questions",
  },
  footer: {
    workedOut: "Worked out from the record on",
    noCookies: "This page sets no cookies and calls no third party.",
    asPdf: "This page as PDF",
    vulnerability: "Report a vulnerability",
    staff: "Staff",
  },
  and: "and",
  notSet: "Not set",
  none: "None",
  hero: {
    open: "Open to everyone.",
    download: "Download the report",
    underNda: "Under NDA, to a verified work address.",
    toAddress: "To a verified work address.",
    request: "Request the report",
    tick: "Tick what you need and ask once.",
    requestDocuments: "Request documents",
    ask: "Ask us a question",
    type: "Type",
    period: "Period",
    window: "Window",
    asOf: "As-of date",
    opinion: "Opinion",
    noOpinion: "None yet",
    categories: "Categories",
    outside: (names: string) => `Not in scope: ${names}`,
    by: (auditor: string) => `by ${auditor}`,
    long: (months: number, days: number): string =>
      months > 0 ? count(months, "month", "months") : count(days, "day", "days"),
    reportExpected: (month: string) => `Report expected in ${month}`,
    exceptions: (noted: number, answered: number): string => {
      if (noted === 0) return "No exceptions noted";
      const all = noted === answered ? (noted === 1 ? "answered" : "all answered") : `${answered} answered`;
      return `${count(noted, "exception", "exceptions")} noted, ${all}`;
    },
  },
  report: {
    title: "The report",
    attestation:
      "SOC 2 is an attestation: an independent CPA firm examines the system and gives its opinion. It is not a certification.",
    whatTermsMean: "What each term means",
    status: "Status",
    workedOut: "Worked out today from the dates below.",
    type: "Type",
    asOf: "As-of date",
    period: "Period",
    system: "System",
    products: "Products in scope",
    auditor: "Auditor",
    register: "Licence register",
    opinion: "Opinion",
    exceptions: "Exceptions",
    noted: (noted: number): string => (noted === 0 ? "None" : `${noted} noted`),
    tested: (controls: number) => `${count(controls, "control", "controls")} tested`,
    response: (words: string) => `Management’s response: ${words}`,
    subservice: "Subservice organizations",
    carvedOut: "Carved out: its controls are in its own report.",
    inclusive: "Inclusive: the auditor examined its controls too.",
    yourPart: "Your part",
    cuecs: (cuecs: number) => `${cuecs} complementary user entity controls (CUECs): what you do for ours to work`,
    file: "File",
    pages: (pages: number) => count(pages, "page", "pages"),
    record: "The record, newest first",
    columns: { what: "What", covers: "Covers", issued: "Issued", opinion: "Opinion", now: "Now" },
  },
  categories: {
    title: "Categories",
    intro: "Security is part of every SOC 2. The other four are chosen for the business.",
    notInScope: "Not in scope.",
    criteria: (criteria: number) => count(criteria, "criterion", "criteria"),
  },
  certifications: {
    title: (issued: boolean, stated: boolean): string =>
      issued && stated ? "Certifications and frameworks" : issued ? "Certifications" : "Frameworks",
    issuedIntro: "An independent body issues a certification.",
    statedIntro: "For a framework we state ourselves where we stand; nobody has issued anything.",
    issuedCaption: "Certifications",
    statedCaption: "Frameworks, in our own statement",
    certification: "Certification",
    status: "Status",
    issuer: "Issuer",
    seeIt: "See it",
    scope: (scope: string) => `Scope: ${scope}`,
    number: (number: string) => `No. ${number}.`,
    lookUp: "Look it up",
    from: "From",
    framework: "Framework",
    ownStatement: "Our own statement",
    statedOn: "Stated on",
    readMore: "Read more",
  },
  get: { download: "Download", request: "Request" },
  controls: {
    title: "Controls",
    intro: ({ published, all, hasReport }: { published: number; all: number; hasReport: boolean }): string => {
      const own = "We define the controls and map them to criteria.";
      if (published === all) return `${own} All ${all} are published.`;
      return `${own} ${published} of ${all} are published${hasReport ? "; the rest are in the report" : ""}.`;
    },
    tally: (counts: { status: string; count: number }[]) =>
      counts.map((one) => `${one.count} ${one.status.toLowerCase()}`).join(", "),
    noneFits: (q: string, category: string | null) =>
      `No published control fits${q ? ` “${q}”` : ""}${category ? ` in ${category}` : ""}.`,
    showAllOf: (published: number) => `Show all ${published}`,
    showAll: "Show all",
    find: "Find",
    findLabel: "Find a control or criterion",
    findExample: "for example CC6.1 or backup",
    category: "Category",
    allCategories: "All",
    share: (implemented: number, all: number): string =>
      implemented === all ? `all ${all}` : `${implemented} of ${all}`,
    noneForCriterion: "no published control.",
    unmappedGroup: "Beyond the criteria",
    unmapped: "Controls that serve no single criterion",
    columns: { code: "Control", what: "What we do", status: "Status" },
  },
  controlPage: {
    none: "There is no such control",
    all: (company: string) => `All controls of ${company || "the company"}`,
    criterionOf: (category: string, group: string) => `Criterion of the ${category} category, ${group}`,
    idIsPublic: "The id is the public one of the Trust Services Criteria; the words are ours.",
    nonePublished: "No control for it is published.",
    control: (code: string) => `Control ${code}`,
    about: "About it",
    status: "Status",
    criteria: "Criteria",
    noCriterion: "It serves no single criterion",
  },
  documents: {
    title: "Documents",
    intro: "Tick what you need and ask once. Files under NDA are stamped with your name on each page.",
    allOpen: "All of them are open to everyone.",
    proveAndRead: "You prove your work address, and read our NDA before you accept it.",
    prove: "You prove your work address.",
    requestTicked: "Request the ticked documents",
    columns: { document: "Document", version: "Version", audience: "Audience", get: "Get it" },
  },
  subprocessors: {
    title: "Subprocessors",
    intro: "Companies that process customer data for us. A planned one stands here before it begins.",
    removed: (removed: number) => `${removed} removed`,
    terms: (notice: number | null, objection: number | null): string => {
      if (notice === null) return "";
      const told = `We tell customers at least ${count(notice, "day", "days")} before a new one begins`;
      return objection === null
        ? `${told}.`
        : `${told}, and they may object for ${count(objection, "day", "days")} after the notice.`;
    },
    subscribe: "Get notices by e-mail",
    noticeGiven: (day: string, days: number | null): string =>
      days === null
        ? `Notice given on ${calendar.day(day)}.`
        : `Notice given on ${calendar.day(day)}, ${count(days, "day", "days")} before it starts.`,
    data: (data: string) => `Data: ${data}`,
    planned: "Planned:",
    startsOn: (day: string) => `It starts on ${calendar.day(day)}.`,
    object: "Object to this change",
    objectionTo: (name: string) => `Objection to ${name}`,
    ended: (lastDay: string, startsOn: string | null) =>
      `The time to object ended on ${calendar.day(lastDay)}; ${startsOn ? `it starts on ${calendar.day(startsOn)}` : "it starts after that"}.`,
    mayObject: "You may object until",
    left: (days: number): string => (days === 0 ? "today is the last day" : `${count(days, "day", "days")} left`),
    ifNobody: (startsOn: string | null) =>
      `If nobody objects, ${startsOn ? `it starts on ${calendar.day(startsOn)}` : "it starts after that"}.`,
    track: ({ announcedOn, today, lastDay }: { announcedOn: string; today: string; lastDay: string }) =>
      `Notice given on ${calendar.day(announcedOn)}, today ${calendar.day(today)}, last day to object ${calendar.day(lastDay)}`,
    notice: (day: string) => `Notice, ${calendar.dayOfYear(day)}`,
    today: "Today",
    lastDay: (day: string) => `Last day, ${calendar.dayOfYear(day)}`,
    columns: {
      name: "Company",
      service: "Does what",
      data: "Data",
      where: "Where, on what basis",
      whereShort: "Where",
      since: "Since",
    },
    dpa: "DPA",
    until: (day: string) => `until ${calendar.day(day)}`,
  },
  updates: {
    title: "Updates",
    intro: "What changed, newest first.",
    none: "No update yet.",
    subscribe: "Get updates by e-mail",
    earlier: (updates: number) => `Show ${count(updates, "earlier update", "earlier updates")}`,
  },
  questions: {
    title: "Questions",
    intro: (answers: number) =>
      `${count(answers, "answer", "answers")} that Security has approved for everyone. Each is reviewed on the date it states.`,
    short: { yes: "Yes.", no: "No.", partial: "In part.", na: "Not applicable." },
    reviewed: (day: string) => `Reviewed ${calendar.day(day)}`,
    reviewedBySecurity: (day: string) => `Reviewed ${calendar.day(day)} by Security`,
    nextReview: (day: string) => `next review ${calendar.month(day)}`,
  },
  summary: {
    title: (company: string, day: string) => `${company}: trust summary of ${calendar.day(day)}`,
    foot: ({ day, page, pages, address }: { day: string; page: number; pages: number; address: string }) =>
      `Worked out on ${calendar.day(day)} (UTC), page ${page} of ${pages}. Today’s state: ${address}`,
    more: (left: number) => `and ${left} more on the page`,
    contact: "Contact",
    issued: "Issued",
    expected: "Expected",
    products: "Products",
    noResponse: "none",
    response: "Response:",
    method: { "carve-out": "carve-out", inclusive: "inclusive" },
    cuecs: (cuecs: number) => count(cuecs, "complementary user entity control", "complementary user entity controls"),
    controls: (published: number) => `${count(published, "control", "controls")}:`,
    ownStatement: "Our own statement, mapped to the criteria.",
    ownStatementShort: "Own statement",
    objectUntil: (day: string) => `objections until ${calendar.day(day)}`,
    underNda: "Under NDA",
  },
};
