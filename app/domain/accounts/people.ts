import type { StaffRole } from "#db/schema/accounts.ts";

export type { StaffRole };

export type Staff = { kind: "staff"; id: string; name: string; email: string; role: StaffRole };
export type Prospect = {
  kind: "prospect";
  id: string;
  name: string;
  email: string;
  title: string | null;
  companyAccountId: string;
  companyName: string;
};
export type Visitor = { kind: "visitor" };
export type Viewer = Staff | Prospect | Visitor;

/** What the server knows of the browser that asks; kept with evidence. */
export type Client = { ipAddress: string; userAgent: string };

export const staffRoles = ["admin", "security", "sales"] as const satisfies readonly StaffRole[];

export const roleNames: Record<StaffRole, string> = { admin: "Admin", security: "Security", sales: "Sales" };
