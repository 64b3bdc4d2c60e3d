import { Outlet, useLoaderData } from "@remix-run/react";
import {
  BadgeCheck,
  Bell,
  BookOpen,
  Building2,
  CalendarDays,
  FileText,
  Fingerprint,
  Globe,
  History,
  Inbox,
  KeyRound,
  Link2,
  ListChecks,
  Mail,
  Newspaper,
  ScrollText,
  Send,
  Shield,
  UserCog,
  Users,
  Workflow,
} from "lucide-react";
import { Flash } from "#app/components/flash.tsx";
import { StaffLayout } from "#app/components/staff-layout.tsx";
import { countWaitingRequests } from "#app/domain/access/queue-size.server.ts";
import { roleNames, type StaffRole } from "#app/domain/accounts/people.ts";
import { countAnswersToReview } from "#app/domain/knowledge-base/queue-size.server.ts";
import { countOpenQuestionnaires } from "#app/domain/questionnaires/queue-size.server.ts";
import { countUnpublishedChanges } from "#app/domain/trust-page/unpublished-changes.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { takeFlash } from "#app/http/flash.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, staff, request, context }) => ({
  person: { name: staff.name, role: roleNames[staff.role] },
  role: staff.role,
  flash: await takeFlash(request, context),
  waiting: {
    requests: await countWaitingRequests(db),
    questionnaires: await countOpenQuestionnaires(db),
    answers: await countAnswersToReview(db),
    changes: await countUnpublishedChanges(db),
  },
}));

export const meta = () => [{ title: "Staff" }, { name: "robots", content: "noindex" }];

/** Kept mail holds sign-in codes and invites, so only those may read it who can invite. */
const adminLinks = [
  { to: "/staff/mail", label: "Mail and jobs", icon: Mail },
  { to: "/staff/people", label: "People", icon: UserCog },
];

type Waiting = { requests: number; questionnaires: number; answers: number; changes: number };

const auditLink = { to: "/staff/audit-trail", label: "Audit trail", icon: History };

const groups = (waiting: Waiting, role: StaffRole) => [
  {
    links: [
      { to: "/staff/requests", label: "Requests", icon: Inbox, count: waiting.requests },
      { to: "/staff/questionnaires", label: "Questionnaires", icon: ListChecks, count: waiting.questionnaires },
      { to: "/staff/answers", label: "Knowledge base", icon: BookOpen, count: waiting.answers },
    ],
  },
  {
    title: "Access",
    links: [
      { to: "/staff/accounts", label: "Accounts", icon: Building2 },
      { to: "/staff/documents", label: "Documents", icon: FileText },
      { to: "/staff/grants", label: "Grants", icon: KeyRound },
      { to: "/staff/nda", label: "NDA", icon: ScrollText },
      { to: "/staff/share-links", label: "Share links", icon: Link2 },
      { to: "/staff/rules", label: "Rules", icon: Workflow },
      ...(role === "sales" ? [] : [{ to: "/staff/traces", label: "Trace a copy", icon: Fingerprint }]),
    ],
  },
  {
    title: "Trust page",
    links: [
      { to: "/staff/publications", label: "Publish", icon: Send, count: waiting.changes },
      { to: "/staff/reports", label: "Reports", icon: CalendarDays },
      { to: "/staff/certifications", label: "Certifications", icon: BadgeCheck },
      { to: "/staff/controls", label: "Controls", icon: Shield },
      { to: "/staff/subprocessors", label: "Subprocessors", icon: Users },
      { to: "/staff/updates", label: "Updates", icon: Newspaper },
      { to: "/staff/subscribers", label: "Subscribers", icon: Bell },
      { to: "/staff/company", label: "Company", icon: Globe },
    ],
  },
  ...(role === "sales" ? [] : [{ title: "Record", links: [auditLink, ...(role === "admin" ? adminLinks : [])] }]),
];

export default function StaffPages() {
  const { person, role, waiting, flash } = useLoaderData<typeof loader>();
  return (
    <StaffLayout brand={useBrand()} groups={groups(waiting, role)} person={person} signOutPath="/staff/sign-out">
      <Outlet />
      {flash && <Flash key={flash} message={flash} />}
    </StaffLayout>
  );
}
