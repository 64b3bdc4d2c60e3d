import { expect, test, vi } from "vitest";
import { addCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm } from "#app/domain/trust-page/certifications.ts";
import { addDays, dayOf } from "#app/domain/trust-page/days.ts";
import { startUpkeep } from "#app/server/jobs.server.ts";
import { db } from "#db/client.server.ts";
import { ada } from "#tests/support/given.ts";

test("upkeep warns staff of what ends soon, as soon as it starts", async () => {
  const today = dayOf(new Date());
  const ended = vi.fn();
  const details = certificationForm.parse({
    ...{ kind: "certification", name: "ISO/IEC 27001", issuer: "Brandt Certification AG", certificateNumber: "" },
    ...{ scope: "", expectedOn: "", statement: "", documentId: "", link: "" },
    ...{ validFrom: addDays(today, -1000), validUntil: addDays(today, 5) },
  });
  await addCertification(db, await ada(), details);

  const upkeep = startUpkeep(db, ended);
  await vi.waitFor(async () =>
    expect(await db.selectFrom("mail").select(["recipient", "template"]).execute()).toEqual([
      { recipient: "ada@vendor.example", template: "ending-soon" },
    ]),
  );
  upkeep.stop();
  expect(ended).not.toHaveBeenCalled();
});
