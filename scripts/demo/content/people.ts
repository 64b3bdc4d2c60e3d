import { day, momentAgo } from "./dates.ts";
import type { DemoAccount, DemoPerson, DemoQuestionnaire, DemoRequest } from "./shapes.ts";

export const accounts: DemoAccount[] = [
  { key: "northfold", name: "Northfold Energy plc", domains: ["northfold.example"] },
  { key: "caldera", name: "Caldera Utilities Group", domains: ["calderautilities.example"] },
  { key: "halmstrand", name: "Halmstrand Nät AB", domains: ["halmstrandnat.example"] },
  { key: "pinecrest", name: "Pinecrest Municipal Power", domains: ["pinecrestpower.example"] },
  { key: "brightpeer", name: "Brightpeer Aggregation Ltd", domains: ["brightpeer.example"] },
];

export const people: DemoPerson[] = [
  {
    key: "priya",
    name: "Priya Raghunathan",
    title: "Third-Party Risk Analyst",
    email: "priya.raghunathan@northfold.example",
    account: "northfold",
  },
  {
    key: "colm",
    name: "Colm Farrelly",
    title: "Procurement Manager",
    email: "colm.farrelly@northfold.example",
    account: "northfold",
  },
  {
    key: "joost",
    name: "Joost Wiersma",
    title: "Information Security Officer",
    email: "j.wiersma@calderautilities.example",
    account: "caldera",
  },
  {
    key: "yasemin",
    name: "Yasemin Demirci",
    title: "Enterprise Architect",
    email: "y.demirci@calderautilities.example",
    account: "caldera",
  },
  {
    key: "asa",
    name: "Åsa Bergendahl",
    title: "Säkerhetschef",
    email: "asa.bergendahl@halmstrandnat.example",
    account: "halmstrand",
  },
  {
    key: "denise",
    name: "Denise Okonjo",
    title: "IT Director",
    email: "dokonjo@pinecrestpower.example",
    account: "pinecrest",
  },
  {
    key: "lukas",
    name: "Lukas Venter",
    title: "Founder",
    email: "lukas@brightpeer.example",
    account: "brightpeer",
  },
];

export function requests(today: Date): DemoRequest[] {
  return [...decidedRequests(today), ...openRequests(today)];
}

function openRequests(today: Date): DemoRequest[] {
  const open = { decidedAt: null, decidedBy: null, grantDays: null, ndaAcceptedAt: null, downloads: [] };
  return [
    {
      ...open,
      person: "joost",
      documents: ["soc2-report", "penetration-test", "continuity-overview"],
      reason:
        "We are choosing a successor for our settlement gateway. Our security office must read the report before the shortlist is fixed.",
      requestedAt: momentAgo(today, 1, 10 * 60 + 42),
      status: "pending",
      message: null,
    },
    {
      ...open,
      person: "colm",
      documents: ["soc2-report"],
      reason: "My colleague Priya has it already. I need a copy for the contract file.",
      requestedAt: momentAgo(today, 1, 15 * 60 + 5),
      status: "pending",
      message: null,
    },
    {
      ...open,
      person: "denise",
      documents: ["soc2-report", "soc2-report-previous"],
      reason: "Vendor review",
      requestedAt: momentAgo(today, 4, 18 * 60 + 20),
      status: "more-info",
      message: "Which of our products do you plan to use, and is there a contact at Lindmere who knows of the project?",
    },
  ];
}

function decidedRequests(today: Date): DemoRequest[] {
  return [
    {
      person: "priya",
      documents: ["soc2-report", "penetration-test", "incident-response-policy"],
      reason: "Yearly review of suppliers of the first tier. We use Relay for supplier switching.",
      requestedAt: momentAgo(today, 19, 9 * 60 + 14),
      status: "approved",
      decidedAt: momentAgo(today, 19, 11 * 60 + 2),
      decidedBy: "maren",
      message: null,
      grantDays: 90,
      ndaAcceptedAt: momentAgo(today, 19, 13 * 60 + 37),
      downloads: [
        { document: "soc2-report", at: momentAgo(today, 19, 13 * 60 + 39) },
        { document: "penetration-test", at: momentAgo(today, 18, 8 * 60 + 51) },
      ],
    },
    {
      person: "asa",
      documents: ["soc2-report", "bridge-letter"],
      reason:
        "Upphandling: we compare three vendors for our exchange of hourly values and need the report by next week.",
      requestedAt: momentAgo(today, 3, 7 * 60 + 55),
      status: "approved",
      decidedAt: momentAgo(today, 2, 8 * 60 + 31),
      decidedBy: "maren",
      message: "The bridge letter covers the time between our two periods.",
      grantDays: 90,
      ndaAcceptedAt: null,
      downloads: [],
    },
    {
      person: "yasemin",
      documents: ["continuity-overview"],
      reason: "Input for our own continuity plan: which recovery times can we count on?",
      requestedAt: momentAgo(today, 33, 12 * 60 + 8),
      status: "approved",
      decidedAt: momentAgo(today, 33, 14 * 60 + 46),
      decidedBy: "idris",
      message: null,
      grantDays: 90,
      ndaAcceptedAt: null,
      downloads: [{ document: "continuity-overview", at: momentAgo(today, 32, 9 * 60 + 3) }],
    },
    {
      person: "lukas",
      documents: ["soc2-report", "soc2-report-previous", "penetration-test"],
      reason: "We are building a similar platform and would like to see how you did it.",
      requestedAt: momentAgo(today, 8, 21 * 60 + 26),
      status: "declined",
      decidedAt: momentAgo(today, 7, 9 * 60 + 12),
      decidedBy: "maren",
      message:
        "We share these reports with customers and with companies that consider becoming one. The security overview and our policy are open to everyone.",
      grantDays: null,
      ndaAcceptedAt: null,
      downloads: [],
    },
  ];
}

/** Two questionnaires in progress; the files are made by `make-questionnaires.ts`. */
export function questionnaires(today: Date): DemoQuestionnaire[] {
  return [
    {
      key: "northfold-review",
      account: "northfold",
      uploadedBy: "priya",
      fileName: "northfold-supplier-security-review.xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      title: "Northfold supplier security review",
      receivedAt: momentAgo(today, 5, 9 * 60 + 48),
      dueOn: day(today, 9),
    },
    {
      key: "caldera-cloud",
      account: "caldera",
      uploadedBy: "joost",
      fileName: "caldera-cloud-questions.csv",
      mediaType: "text/csv",
      title: "Caldera questions for cloud services",
      receivedAt: momentAgo(today, 1, 11 * 60 + 17),
      dueOn: day(today, 16),
    },
  ];
}
