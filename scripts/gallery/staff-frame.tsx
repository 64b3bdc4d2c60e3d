import {
  BookOpen,
  Building2,
  CalendarRange,
  FileText,
  Globe,
  History,
  Inbox,
  Link as LinkIcon,
  ListChecks,
  ScrollText,
  Settings,
  Shield,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { StaffLayout } from "#app/components/staff-layout.tsx";
import type { StaffGroup } from "#app/components/staff-layout.tsx";

const groups: StaffGroup[] = [
  {
    links: [
      { to: "/staff/requests", label: "Requests", icon: Inbox, count: 7 },
      { to: "/staff/questionnaires", label: "Questionnaires", icon: ListChecks, count: 4 },
      { to: "/staff/answers", label: "Knowledge base", icon: BookOpen, count: 11 },
    ],
  },
  {
    title: "Access",
    links: [
      { to: "/staff/accounts", label: "Accounts", icon: Building2 },
      { to: "/staff/documents", label: "Documents", icon: FileText },
      { to: "/staff/nda", label: "NDA", icon: ScrollText },
      { to: "/staff/share-links", label: "Share links", icon: LinkIcon },
    ],
  },
  {
    title: "Trust page",
    links: [
      { to: "/staff/reports", label: "Reports", icon: CalendarRange },
      { to: "/staff/controls", label: "Controls", icon: Shield },
      { to: "/staff/subprocessors", label: "Subprocessors", icon: Users },
      { to: "/staff/updates", label: "Page and updates", icon: Globe },
    ],
  },
  {
    title: "Record",
    links: [
      { to: "/staff/audit", label: "Audit trail", icon: History },
      { to: "/staff/settings", label: "Settings", icon: Settings },
    ],
  },
];

export function StaffFrame({ children }: { children: ReactNode }) {
  return (
    <StaffLayout
      brand={{ name: "Northmoor" }}
      groups={groups}
      person={{ name: "Ada Lindqvist", role: "Security" }}
      signOutPath="/sign-out"
    >
      {children}
    </StaffLayout>
  );
}
