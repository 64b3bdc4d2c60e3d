import { complaints } from "#app/messages/en/complaints.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { ControlPage } from "./control-page.ts";
import { findCriterion } from "./criteria.ts";
import { getPublishedFacts } from "./publications.server.ts";

/** `code` is a criterion's id or a published control's, in any case. An unpublished control is as good as none. */
export async function getControlPage(db: Db, code: string): Promise<ControlPage> {
  const { company: profile, controls } = await getPublishedFacts(db);
  const company = profile.name;
  const known = findCriterion(code.toUpperCase());
  if (known) {
    const { criterion, group } = known;
    const serving = controls.filter((control) => control.criteria.includes(criterion.id));
    return { company, is: "criterion", criterion, group: group.id, category: group.category, controls: serving };
  }
  const control = controls.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (!control) throw new NotFound("trust-page.no-such-control", complaints.noSuchControl);
  const criteria = control.criteria.flatMap((id) => findCriterion(id)?.criterion ?? []);
  return { company, is: "control", control, criteria };
}
