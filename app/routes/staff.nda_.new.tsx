import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { ndaVersionForm } from "#app/domain/access/nda.ts";
import { findCurrentNdaVersion, publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { readNdaText } from "#app/domain/access/nda-file.server.ts";
import { NdaVersionFields } from "#app/domain/access/ui/nda-version-fields.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Publish a version of the NDA" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => {
  const current = await findCurrentNdaVersion(db);
  return {
    current: {
      title: current?.title ?? "",
      body: current?.body ?? "",
      language: current?.language ?? "en",
      obligationMonths: String(current?.obligationMonths ?? ""),
    },
    number: (current?.number ?? 0) + 1,
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, ndaVersionForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { body, file, ...details } = form.value;
  const published = await attempt(async () =>
    publishNdaVersion(db, staff, { ...details, text: await readNdaText(body, file) }),
  );
  if (!published.ok) {
    const { title, language, obligationMonths, effectiveOn, material } = details;
    const numbers = { obligationMonths: String(obligationMonths ?? ""), effectiveOn: effectiveOn ?? "" };
    const typed = { title, body, language, ...numbers, material: material ? "yes" : "" };
    return json({ errors: published.errors, typed }, { status: 409 });
  }
  throw await redirectSaying("/staff/nda", `Published version ${published.value.number}`);
});

export default function PublishNda() {
  const { current, number } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title={`Publish version ${number}`} back={{ to: "/staff/nda", label: "NDA" }} />
      <StaffBody>
        <NdaVersionFields number={number} typed={{ ...current, ...typed }} errors={errors} />
      </StaffBody>
    </>
  );
}
