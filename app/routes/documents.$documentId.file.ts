import { openDocument } from "#app/domain/access/open-document.server.ts";
import type { Viewer } from "#app/domain/accounts/people.ts";
import { deliveredFile } from "#app/http/delivered-file.server.ts";
import { refusePartOfFile } from "#app/http/file-answer.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db, request, params, viewer, client, context }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const documentId = idFrom(params, "documentId");
  const opened = await attempt(() => openDocument(db, viewer, { documentId, client }));
  if (!opened.ok) return redirectSaying(whereToGo(viewer, documentId), opened.errors.form!.join(" "));
  const { stillOpen, copyId, ...file } = opened.value;
  return deliveredFile({ ...file, public: copyId === null }, { stillOpen, readyForMore: context.readyForMore });
});

/** A refusal leads to where the person can do something about it, and says why there. */
function whereToGo(viewer: Viewer, documentId: string): string {
  if (viewer.kind === "visitor") return `/request?documents%5B%5D=${documentId}`;
  return viewer.kind === "prospect" ? "/portal" : `/staff/documents/${documentId}`;
}
