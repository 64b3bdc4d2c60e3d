import { changeControl, listControls } from "#app/domain/trust-page/controls.server.ts";
import { addMonths } from "#app/domain/trust-page/days.ts";
import { changeReport, listReports } from "#app/domain/trust-page/reports.server.ts";
import type { DemoCast } from "./cast.ts";

/** Two changes that visitors do not see yet, of which the report's waits for a second person. */
export async function loadDraft(cast: DemoCast): Promise<void> {
  await moveNextReport(cast);
  await rewordControl(cast);
}

async function moveNextReport({ db, security }: DemoCast) {
  const next = (await listReports(db)).find(({ expectedOn }) => expectedOn !== null);
  if (!next?.expectedOn) return;
  const { id: reportId, published: _published, ...details } = next;
  const expectedOn = addMonths(next.expectedOn, 1);
  await changeReport(db, security, { reportId, details: { ...details, expectedOn } });
}

async function rewordControl({ db, security }: DemoCast) {
  const control = (await listControls(db)).find(({ code }) => code === "AC-01");
  if (!control) return;
  const { id: controlId, code: reference, ...details } = control;
  const title = "Single sign-on with hardware keys, for staff and contractors";
  await changeControl(db, security, { controlId, details: { reference, ...details, title } });
}
