import { Form, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Note } from "#app/components/note.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { findRemovedConcept, listOwnConcepts } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { OwnWordTable } from "#app/domain/knowledge-base/ui/own-word-table.tsx";
import { tryQuestion } from "#app/domain/questionnaires/try-question.server.ts";
import { TryQuestion } from "#app/domain/questionnaires/ui/try-question.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Own words" }];

export const loader = forStaff("any", async ({ db, staff, url }) => {
  const question = url.searchParams.get("question")?.trim().slice(0, 2000) || null;
  const asked = url.searchParams.get("removed");
  const removedId = asked ? idFrom({ asked }, "asked") : null;
  const removed = removedId ? await findRemovedConcept(db, removedId) : null;
  return {
    words: await listOwnConcepts(db),
    tried: question ? await tryQuestion(db, question) : null,
    removed: removed && { id: removedId!, name: removed.name },
    mayEdit: staff.role !== "sales",
  };
});

export default function OwnWords() {
  const { words, tried, removed, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader
        title="Own words"
        back={{ to: "/staff/answers", label: "Knowledge base" }}
        meta={words.length > 0 ? countOf(words.length, "word") : undefined}
      >
        {mayEdit && (
          <ButtonLink to="/staff/words/new" variant="primary" size="small" icon={Plus}>
            Add a word
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        {removed && mayEdit && (
          <Note tone="none" title={`Removed ${removed.name}`}>
            <Form method="post" action={`/staff/words/${removed.id}/restoration`}>
              <Button size="small">Put it back</Button>
            </Form>
          </Note>
        )}
        {words.length > 0 ? (
          <>
            <p className="max-w-2xl text-ink2">
              Names and abbreviations of yours, with what they mean. Questions and answers that say either are matched.
            </p>
            <OwnWordTable words={words} mayEdit={mayEdit} />
          </>
        ) : (
          <EmptyState title="No word of your own yet">
            Customers and your answers may name one thing in two ways. For example, the word “Harbor” with the phrases
            “customer data platform” and “CDP”: a question about the CDP then meets an answer about Harbor, and the
            other way round. Security’s usual words, such as MFA for multi-factor authentication, are built in.
          </EmptyState>
        )}
        <TryQuestion tried={tried} own={words.map(({ name }) => name)} />
      </StaffBody>
    </>
  );
}
