import type { Words } from "../en.ts";
import { calendar, count } from "./calendar.ts";

const starts = (startsOn: string | null): string =>
  startsOn ? `beginnt die Verarbeitung am ${calendar.day(startsOn)}` : "beginnt die Verarbeitung danach";

export const trustPage: Words["trustPage"] = {
  pageTitle: "Trust Center",
  nav: {
    soc2: "SOC 2",
    certifications: "Zertifizierungen",
    controls: "Kontrollen",
    documents: "Dokumente",
    subprocessors: "Unterauftragsverarbeiter",
    updates: "Neuigkeiten",
    questions: "Fragen",
  },
  footer: {
    workedOut: "Aus den Angaben ermittelt am",
    noCookies: "Diese Seite setzt keine Cookies und ruft keine Dritten auf.",
    asPdf: "Diese Seite als PDF",
    vulnerability: "Schwachstelle melden",
    staff: "Team",
  },
  and: "und",
  notSet: "Nicht festgelegt",
  none: "Keine",
  hero: {
    open: "Offen für alle.",
    download: "Bericht herunterladen",
    underNda: "Unter NDA, an eine bestätigte geschäftliche Adresse.",
    toAddress: "An eine bestätigte geschäftliche Adresse.",
    request: "Bericht anfordern",
    tick: "Kreuzen Sie an, was Sie brauchen, und fragen Sie einmal an.",
    requestDocuments: "Dokumente anfordern",
    ask: "Stellen Sie uns eine Frage",
    type: "Art",
    period: "Zeitraum",
    window: "Beobachtung",
    asOf: "Stichtag",
    opinion: "Prüfungsurteil",
    noOpinion: "Noch keines",
    categories: "Kategorien",
    outside: (names) => `Nicht im Umfang: ${names}`,
    by: (auditor) => `durch ${auditor}`,
    long: (months, days) => (months > 0 ? count(months, "Monat", "Monate") : count(days, "Tag", "Tage")),
    reportExpected: (month) => `Bericht erwartet im ${month}`,
    exceptions: (noted, answered) => {
      if (noted === 0) return "Keine Abweichungen benannt";
      const all =
        noted === answered
          ? noted === 1
            ? "mit Stellungnahme"
            : "alle mit Stellungnahme"
          : `${answered} mit Stellungnahme`;
      return `${count(noted, "Abweichung", "Abweichungen")} benannt, ${all}`;
    },
  },
  report: {
    title: "Der Bericht",
    attestation:
      "SOC 2 ist eine Bescheinigung über eine Prüfung: Eine unabhängige Prüfungsgesellschaft (CPA) untersucht das System und gibt ihr Urteil ab. Es ist keine Zertifizierung.",
    whatTermsMean: "Was die Begriffe bedeuten",
    status: "Status",
    workedOut: "Heute aus den Daten unten ermittelt.",
    type: "Art",
    asOf: "Stichtag",
    period: "Prüfungszeitraum",
    system: "System",
    products: "Produkte im Umfang",
    auditor: "Prüfer",
    register: "Berufsregister",
    opinion: "Prüfungsurteil",
    exceptions: "Abweichungen",
    noted: (noted) => (noted === 0 ? "Keine" : `${noted} benannt`),
    tested: (controls) => `${count(controls, "Kontrolle", "Kontrollen")} geprüft`,
    response: (words) => `Stellungnahme der Geschäftsleitung: ${words}`,
    subservice: "Unterdienstleister",
    carvedOut: "Ausgenommen (Carve-out): Die Kontrollen stehen in einem eigenen Bericht.",
    inclusive: "Einbezogen (Inclusive): Der Prüfer hat auch diese Kontrollen untersucht.",
    yourPart: "Ihr Teil",
    cuecs: (cuecs) =>
      `${count(cuecs, "ergänzende Kontrolle", "ergänzende Kontrollen")} des Kunden (CUECs): was Sie tun, damit unsere wirken`,
    file: "Datei",
    pages: (pages) => count(pages, "Seite", "Seiten"),
    record: "Alle Berichte, die neuesten zuerst",
    columns: { what: "Was", covers: "Deckt ab", issued: "Ausgestellt", opinion: "Prüfungsurteil", now: "Jetzt" },
  },
  categories: {
    title: "Kategorien",
    intro: "Sicherheit gehört zu jedem SOC 2. Die übrigen vier werden passend zum Geschäft gewählt.",
    notInScope: "Nicht im Umfang.",
    criteria: (criteria) => count(criteria, "Kriterium", "Kriterien"),
  },
  certifications: {
    title: (issued, stated) =>
      issued && stated ? "Zertifizierungen und Rahmenwerke" : issued ? "Zertifizierungen" : "Rahmenwerke",
    issuedIntro: "Eine Zertifizierung stellt eine unabhängige Stelle aus.",
    statedIntro: "Zu einem Rahmenwerk sagen wir selbst, wo wir stehen; niemand hat etwas ausgestellt.",
    issuedCaption: "Zertifizierungen",
    statedCaption: "Rahmenwerke, nach eigener Aussage",
    certification: "Zertifizierung",
    status: "Status",
    issuer: "Aussteller",
    seeIt: "Ansehen",
    scope: (scope) => `Umfang: ${scope}`,
    number: (number) => `Nr. ${number}.`,
    lookUp: "Nachschlagen",
    from: "Ab",
    framework: "Rahmenwerk",
    ownStatement: "Unsere eigene Aussage",
    statedOn: "Stand",
    readMore: "Mehr dazu",
  },
  get: { download: "Herunterladen", request: "Anfordern" },
  controls: {
    title: "Kontrollen",
    intro: ({ published, all, hasReport }) => {
      const own = "Wir legen die Kontrollen fest und ordnen sie Kriterien zu.";
      if (published === all) return `${own} Alle ${all} sind veröffentlicht.`;
      return `${own} ${published} von ${all} sind veröffentlicht${hasReport ? "; die übrigen stehen im Bericht" : ""}.`;
    },
    tally: (counts) =>
      counts.map((one) => `${one.count} ${one.status.charAt(0).toLowerCase()}${one.status.slice(1)}`).join(", "),
    noneFits: (q, category) =>
      `Keine veröffentlichte Kontrolle passt${q ? ` zu „${q}“` : ""}${category ? ` in ${category}` : ""}.`,
    showAllOf: (published) => `Alle ${published} zeigen`,
    showAll: "Alle zeigen",
    find: "Suchen",
    findLabel: "Kontrolle oder Kriterium suchen",
    findExample: "zum Beispiel CC6.1",
    category: "Kategorie",
    allCategories: "Alle",
    share: (implemented, all) => (implemented === all ? `alle ${all}` : `${implemented} von ${all}`),
    noneForCriterion: "keine veröffentlichte Kontrolle.",
    unmappedGroup: "Über die Kriterien hinaus",
    unmapped: "Kontrollen, die keinem einzelnen Kriterium dienen",
    columns: { code: "Kontrolle", what: "Was wir tun", status: "Status" },
  },
  controlPage: {
    none: "Diese Kontrolle gibt es nicht",
    all: (company) => (company ? `Alle Kontrollen von ${company}` : "Alle Kontrollen des Unternehmens"),
    criterionOf: (category, group) => `Kriterium der Kategorie ${category}, ${group}`,
    idIsPublic: "Die Kennung ist die öffentliche der Trust Services Criteria; die Worte sind unsere.",
    nonePublished: "Dazu ist keine Kontrolle veröffentlicht.",
    control: (code) => `Kontrolle ${code}`,
    about: "Angaben",
    status: "Status",
    criteria: "Kriterien",
    noCriterion: "Sie dient keinem einzelnen Kriterium",
  },
  documents: {
    title: "Dokumente",
    intro:
      "Kreuzen Sie an, was Sie brauchen, und fragen Sie einmal an. Dateien unter NDA tragen auf jeder Seite Ihren Namen.",
    allOpen: "Alle sind offen für jeden.",
    proveAndRead: "Sie bestätigen Ihre geschäftliche Adresse und lesen unser NDA, bevor Sie es annehmen.",
    prove: "Sie bestätigen Ihre geschäftliche Adresse.",
    requestTicked: "Angekreuzte Dokumente anfordern",
    columns: { document: "Dokument", version: "Fassung", audience: "Zugang", get: "Erhalten" },
  },
  subprocessors: {
    title: "Unterauftrags\u00adverarbeiter",
    intro: "Unternehmen, die für uns Kundendaten verarbeiten. Ein geplantes steht hier, bevor es beginnt.",
    removed: (removed) => `${removed} entfernt`,
    terms: (notice, objection) => {
      if (notice === null) return "";
      const told = `Wir kündigen ein neues Unternehmen mindestens ${count(notice, "Tag", "Tage")} vorher an`;
      return objection === null
        ? `${told}.`
        : `${told}; Kunden können ab der Ankündigung ${count(objection, "Tag", "Tage")} lang widersprechen.`;
    },
    subscribe: "Ankündigungen per E-Mail erhalten",
    noticeGiven: (day, days) =>
      days === null
        ? `Angekündigt am ${calendar.day(day)}.`
        : `Angekündigt am ${calendar.day(day)}, ${count(days, "Tag", "Tage")} vor Beginn.`,
    data: (data) => `Daten: ${data}`,
    planned: "Geplant:",
    startsOn: (day) => `Die Verarbeitung beginnt am ${calendar.day(day)}.`,
    object: "Der Änderung widersprechen",
    objectionTo: (name) => `Widerspruch gegen ${name}`,
    ended: (lastDay, startsOn) =>
      `Die Frist zum Widerspruch endete am ${calendar.day(lastDay)}; es ${starts(startsOn)}.`,
    mayObject: "Sie können widersprechen bis zum",
    left: (days) => (days === 0 ? "heute ist der letzte Tag" : `noch ${count(days, "Tag", "Tage")}`),
    ifNobody: (startsOn) => `Wenn niemand widerspricht, ${starts(startsOn)}.`,
    track: ({ announcedOn, today, lastDay }) =>
      `Angekündigt am ${calendar.day(announcedOn)}, heute ${calendar.day(today)}, letzter Tag zum Widerspruch ${calendar.day(lastDay)}`,
    notice: (day) => `Ankündigung, ${calendar.dayOfYear(day)}`,
    today: "Heute",
    lastDay: (day) => `Letzter Tag, ${calendar.dayOfYear(day)}`,
    columns: {
      name: "Unternehmen",
      service: "Leistung",
      data: "Daten",
      where: "Wo, auf welcher Grundlage",
      whereShort: "Wo",
      since: "Seit",
    },
    dpa: "AVV",
    until: (day) => `bis ${calendar.day(day)}`,
  },
  updates: {
    title: "Neuigkeiten",
    intro: "Was sich geändert hat, das Neueste zuerst.",
    none: "Noch keine Neuigkeiten.",
    subscribe: "Neuigkeiten per E-Mail erhalten",
    earlier: (updates) => `${count(updates, "frühere Neuigkeit", "frühere Neuigkeiten")} zeigen`,
  },
  questions: {
    title: "Fragen",
    intro: (answers) =>
      `${count(answers, "Antwort, die", "Antworten, die")} unser Sicherheitsteam für alle freigegeben hat. Jede wurde an dem Tag geprüft, der dabeisteht.`,
    short: { yes: "Ja.", no: "Nein.", partial: "Teilweise.", na: "Nicht zutreffend." },
    reviewed: (day) => `Geprüft am ${calendar.day(day)}`,
    reviewedBySecurity: (day) => `Geprüft am ${calendar.day(day)} vom Sicherheitsteam`,
    nextReview: (day) => `nächste Prüfung ${calendar.month(day)}`,
  },
  summary: {
    title: (company, day) => `${company}: Zusammenfassung vom ${calendar.day(day)}`,
    foot: ({ day, page, pages, address }) =>
      `Ermittelt am ${calendar.day(day)} (UTC), Seite ${page} von ${pages}. Heutiger Stand: ${address}`,
    more: (left) => `und ${left} weitere auf der Seite`,
    contact: "Kontakt",
    issued: "Ausgestellt",
    expected: "Erwartet",
    products: "Produkte",
    noResponse: "keine",
    response: "Stellungnahme:",
    method: { "carve-out": "ausgenommen", inclusive: "einbezogen" },
    cuecs: (cuecs) => `${count(cuecs, "ergänzende Kontrolle", "ergänzende Kontrollen")} des Kunden`,
    controls: (published) => `${count(published, "Kontrolle", "Kontrollen")}:`,
    ownStatement: "Unsere eigene Aussage, den Kriterien zugeordnet.",
    ownStatementShort: "Eigene Aussage",
    objectUntil: (day) => `Widerspruch bis ${calendar.day(day)}`,
    underNda: "Unter NDA",
  },
};
