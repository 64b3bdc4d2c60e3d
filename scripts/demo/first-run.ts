import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countStaff, createStaff } from "#app/domain/accounts/staff.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { env } from "#app/platform/env.server.ts";
import { newCode } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { DemoCast } from "./cast.ts";
import { staff as demoStaff } from "./content/staff.ts";
import { loadAnswers } from "./load-answers.ts";
import { loadCompany } from "./load-company.ts";
import { type DemoDocumentIds, loadDocuments } from "./load-documents.ts";
import { loadQuestionnaires } from "./load-questionnaires.ts";
import { fetchDownloads, loadRequests } from "./load-requests.ts";
import { loadRules } from "./load-rules.ts";
import { makeDemoDocuments } from "./make-documents.ts";

export type DemoSignIn = { role: string; email: string; password: string };

/**
 * Loads the demo company into an empty installation and gives the staff sign-ins, also on later starts. The passwords are
 * random for each installation and kept, readable by their owner only, beside the database that they open.
 */
export async function loadDemoOnce(db: Db): Promise<DemoSignIn[]> {
  const kept = join(env.dataDir, "demo-sign-ins.json");
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as DemoSignIn[];
  if ((await countStaff(db)) > 0) return [];

  process.stdout.write("Loading the demo company (once, some seconds) …\n");
  const today = new Date();
  const files = await makeDemoDocuments(today);
  const signIns: DemoSignIn[] = demoStaff.map(({ role, email }) => ({ role, email, password: newPassword() }));

  const documentIds = await inTransaction(db, async (trx) => {
    const cast = await loadStaff(trx, today, signIns);
    const documents = await loadDocuments(cast, files);
    await loadCompany(cast, documents);
    await loadAnswers(cast, documents);
    await loadRequests(cast, documents);
    await loadRules(cast, documents);
    await forgetMail(trx);
    writeFileSync(kept, JSON.stringify(signIns, null, 2), { mode: 0o600 });
    return documents;
  });
  await afterwards(db, today, documentIds);
  return signIns;
}

/** What needs committed rows of its own: stamped downloads, and questionnaires that a child process reads. */
async function afterwards(db: Db, today: Date, documents: DemoDocumentIds) {
  await fetchDownloads(db, today, documents);
  await loadQuestionnaires(db, today);
  await forgetMail(db);
}

const newPassword = () => Array.from({ length: 5 }, () => newCode(4).toLowerCase()).join("-");

async function loadStaff(db: Db, today: Date, signIns: DemoSignIn[]): Promise<DemoCast> {
  const staff: Record<string, Staff> = {};
  for (const [at, member] of demoStaff.entries()) {
    const { key, name, email, role } = member;
    staff[key] = await createStaff(db, { name, email, role, password: signIns[at]!.password });
  }
  const byRole = (role: string) => Object.values(staff).find((member) => member.role === role)!;
  return { db, today, staff, admin: byRole("admin"), security: byRole("security") };
}

/** Nobody asked for the mails that loading queued, and their addresses are invented. */
async function forgetMail(db: Db) {
  await db.deleteFrom("mail").execute();
  await db.deleteFrom("job").where("name", "=", "notifications.deliver").execute();
}
