import type { ColumnType, Generated } from "kysely";

export interface AuditEventTable {
  seq: string;
  id: string;
  at: ColumnType<Date, Date | string, never>;
  action: string;
  actorKind: "staff" | "prospect" | "visitor" | "system";
  actorId: string | null;
  actorName: string;
  subjectKind: string;
  subjectId: string | null;
  details: ColumnType<Record<string, unknown>, string, never>;
  previousHash: string;
  hash: string;
}

export interface AuditHeadTable {
  id: Generated<number>;
  seq: string;
  hash: string;
}

export interface AuditTables {
  auditEvent: AuditEventTable;
  auditHead: AuditHeadTable;
}
