import { FileText } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { CheckboxField, TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Markdown } from "#app/components/markdown.tsx";
import { Hash } from "#app/components/mono.tsx";
import { Paper } from "#app/components/paper.tsx";
import { Status } from "#app/components/status.tsx";
import { TimeText } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";
import { acceptButton, authoritySentence, consentSentence } from "../acceptance-words.ts";

export type OfferedNda = {
  id: string;
  number: number;
  title: string;
  body: string;
  format: "markdown" | "pdf";
  pages: number | null;
  sha256: string;
  effectiveFrom: string;
  /** When the server showed it, and its mark that this is so. */
  presented: string;
};

type Signer = { name: string; title: string | null; companyName: string; email: string };

export interface NdaAcceptanceProps {
  nda: OfferedNda;
  signer: Signer;
  next: string;
  errors?: Record<string, string[] | undefined>;
  typed?: Record<string, string | undefined>;
}

/**
 * The agreement in full, and below it what makes an acceptance: who, for whom, with which authority, in which words.
 * What is sealed (the text, the two sentences, the button) stays in the words that the seal is made of.
 */
export function NdaAcceptance({ nda, signer, next, errors = {}, typed = {} }: NdaAcceptanceProps) {
  const [readAt, watch] = useReadToEnd();
  const [tickedAt, setTickedAt] = useState("");
  const [typedAt, setTypedAt] = useState("");
  const said = useWords().agreement;
  const sentAt = useRef<HTMLInputElement>(null);
  return (
    <>
      <div ref={watch}>
        <NdaPaper nda={nda} readAt={readAt} />
      </div>
      <Form
        action={`/portal/nda/${nda.id}`}
        onSubmit={() => {
          if (sentAt.current) sentAt.current.value = new Date().toISOString();
        }}
      >
        <FormErrors errors={errors} />
        <input type="hidden" name="presented" value={nda.presented} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="readAt" value={readAt} />
        <input type="hidden" name="typedAt" value={typedAt} />
        <input type="hidden" name="tickedAt" value={tickedAt} />
        <input type="hidden" name="sentAt" defaultValue="" ref={sentAt} />
        <FormRow>
          <TextField
            label={said.fullName}
            name="fullName"
            autoComplete="name"
            defaultValue={typed.fullName ?? signer.name}
            onChange={() => setTypedAt(new Date().toISOString())}
            errors={errors.fullName}
            required
          />
          <TextField
            label={said.signerTitle}
            name="title"
            autoComplete="organization-title"
            defaultValue={typed.title ?? signer.title ?? ""}
            errors={errors.title}
            required
          />
        </FormRow>
        <TextField
          label={said.company}
          name="company"
          autoComplete="organization"
          hint={said.companyHint(signer.email)}
          defaultValue={typed.company ?? signer.companyName}
          errors={errors.company}
          required
        />
        <CheckboxField
          label={<span lang="en">{authoritySentence}</span>}
          name="authorised"
          className="[&>div]:col-start-2"
          value="yes"
          defaultChecked={typed.authorised === "yes"}
          onChange={(event) => setTickedAt(event.currentTarget.checked ? new Date().toISOString() : "")}
          errors={errors.authorised}
        />
        <blockquote className="max-w-[66ch] border-l-3 border-accent py-0.5 pl-4" lang="en">
          {consentSentence(nda)}
        </blockquote>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="large" busyLabel={said.accepting} lang="en">
            {acceptButton}
          </Button>
          <span className="hint">{said.weRecord}</span>
        </div>
      </Form>
    </>
  );
}

function NdaPaper({ nda, readAt }: { nda: OfferedNda; readAt: string }) {
  const said = useWords().agreement;
  return (
    <Paper
      label={said.text}
      head={
        <>
          {nda.title}, <b>{said.version(nda.number)}</b>, {said.inForceSince(nda.effectiveFrom)}
        </>
      }
      headAside={<Hash kind="sha256" value={nda.sha256} />}
      foot={
        nda.format === "pdf" ? (
          said.fileRecorded
        ) : readAt ? (
          <Status tone="current" word={said.readToEnd}>
            {said.at} <TimeText date={readAt} />
          </Status>
        ) : (
          said.scroll
        )
      }
    >
      {nda.format === "pdf" ? <NdaPdf nda={nda} /> : <Markdown text={nda.body} topHeading={3} />}
    </Paper>
  );
}

function NdaPdf({ nda }: { nda: OfferedNda }) {
  const said = useWords().agreement;
  return (
    <>
      <p>{said.isPdf(nda.pages ?? 0)}</p>
      <p>
        <ButtonLink icon={FileText} href={`/portal/nda/${nda.id}/file`}>
          {said.open}
        </ButtonLink>
      </p>
    </>
  );
}

/** The browser's time when the end of the text was first in view. Says so only; it is not what makes an acceptance. */
function useReadToEnd() {
  const [readAt, setReadAt] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const text = frame.current?.querySelector(".paper-text");
    if (!text) return;
    const look = () => {
      if (text.scrollTop + text.clientHeight >= text.scrollHeight - 8) {
        setReadAt((known) => known || new Date().toISOString());
      }
    };
    look();
    text.addEventListener("scroll", look, { passive: true });
    return () => text.removeEventListener("scroll", look);
  }, []);
  return [readAt, frame] as const;
}
