import type { AccessTables } from "./access.ts";
import type { AccountsTables } from "./accounts.ts";
import type { AuditTables } from "./audit.ts";
import type { DocumentsTables } from "./documents.ts";
import type { KnowledgeBaseTables } from "./knowledge-base.ts";
import type { NotificationsTables } from "./notifications.ts";
import type { PlatformTables } from "./platform.ts";
import type { QuestionnairesTables } from "./questionnaires.ts";
import type { SubscriptionsTables } from "./subscriptions.ts";
import type { TrustPageTables } from "./trust-page.ts";

export interface Database
  extends
    AuditTables,
    NotificationsTables,
    AccountsTables,
    DocumentsTables,
    AccessTables,
    TrustPageTables,
    SubscriptionsTables,
    KnowledgeBaseTables,
    QuestionnairesTables,
    PlatformTables {}
