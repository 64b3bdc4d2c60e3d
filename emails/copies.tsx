import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const refusedCopySubject = ({ title }: MailProps["copy-refused"]) => `No copy of ${title} could be made`;

export function CopyRefusedMail({ title, why, link }: MailProps["copy-refused"]) {
  return (
    <MailLayout
      company="Staff"
      preview="A download was refused because the copy could not be stamped."
      title={`No copy of ${title} could be made`}
      action={{ label: "Open the document", link }}
      why="You get this mail because you keep the documents of our trust center."
    >
      <P>Someone who may have this document asked for it. Their copy could not be stamped, so nothing was sent.</P>
      <P>Reason: {why}</P>
      <P>Upload the file made anew, for example printed to PDF. The trail says who asked.</P>
    </MailLayout>
  );
}
