import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import type { RequestHandler } from "express";
import { issueSetupToken } from "#app/domain/accounts/staff.server.ts";
import { keepAnswerIndexFresh } from "#app/domain/questionnaires/answer-index.server.ts";
import { publishFirstIfDue } from "#app/domain/trust-page/publish.server.ts";
import { discardLeftovers } from "#app/platform/arriving-files.server.ts";
import { env } from "#app/platform/env.server.ts";
import { startWorker } from "#app/platform/jobs.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { sendsMail } from "#app/platform/mailer.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
import { db, usesEmbeddedDatabase } from "#db/client.server.ts";
import { migrateToLatest } from "#db/migrator.server.ts";
import { httpServer, type Pages } from "./http-server.server.ts";
import { keepPublicPage } from "./public-page.server.ts";
import { jobHandlers, startUpkeep } from "./jobs.server.ts";

const drainMs = 15_000;

/** Opens the database, migrates it, serves, and says where. Resolves when requests are accepted. */
export async function start(pages: Pages, devPages?: RequestHandler): Promise<Server> {
  await migrateToLatest(db);
  await publishFirstIfDue(db);
  await discardLeftovers();
  const signIns = env.demo ? await (await import("#scripts/demo/first-run.ts")).loadDemoOnce(db) : [];
  const setupToken = newToken();
  const needsSetUp = signIns.length === 0 && (await issueSetupToken(db, setupToken));

  const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  const publicPage =
    typeof pages === "function" ? undefined : keepPublicPage(db, pages, failed("the trust page could not be kept"));
  const server = httpServer(pages, { devPages, publicPage });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  const worker = startWorker(db, jobHandlers);
  const upkeep = startUpkeep(db, failed("upkeep failed"));
  const answers = keepAnswerIndexFresh(db, failed("the answers could not be indexed"));
  stopOnSignal(server, async () => {
    upkeep.stop();
    answers.stop();
    publicPage?.stop();
    await worker.stop();
    await db.destroy();
  });

  announce({ signIns, setupToken: needsSetUp ? setupToken : null, port: (server.address() as AddressInfo).port });
  return server;
}

type SignIn = { role: string; email: string; password: string };

function announce(started: { signIns: SignIn[]; setupToken: string | null; port: number }) {
  const origin = env.appOrigin ?? `http://localhost:${started.port}`;
  const lines = [""];
  lines.push(usesEmbeddedDatabase ? `Database: embedded, in ${env.dataDir}` : "Database: PostgreSQL");
  lines.push(sendsMail() ? "Mail: sent through Resend" : `Mail: kept here, read it at ${origin}/staff/mail`);
  if (started.signIns.length > 0) {
    lines.push("", `Demo staff, signing in at ${origin}/staff/sign-in`);
    for (const { role, email, password } of started.signIns)
      lines.push(`  ${role.padEnd(9)} ${email.padEnd(34)} ${password}`);
  }
  if (started.setupToken) {
    lines.push("", `There is no staff yet. Make the first admin at ${origin}/staff/set-up with this token, once:`);
    lines.push(`  ${started.setupToken}`);
  }
  lines.push("", `Candor is ready at ${origin}`, "");
  process.stdout.write(lines.join("\n"));
}

function stopOnSignal(server: Server, close: () => Promise<void>) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), drainMs).unref();
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, "stopping failed");
          process.exit(1);
        },
      );
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
