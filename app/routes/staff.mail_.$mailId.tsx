import { useLoaderData } from "@remix-run/react";
import { Fact, Facts } from "#app/components/facts.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { getKeptMail } from "#app/domain/notifications/mailbox.server.ts";
import { PlainMail } from "#app/domain/notifications/ui/plain-mail.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Mail" }];

export const loader = forStaff(["admin"], async ({ db, params }) => getKeptMail(db, idFrom(params, "mailId")));

export default function KeptMail() {
  const mail = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title={mail.subject ?? "Mail"} back={{ to: "/staff/mail", label: "Mail and jobs" }} />
      <StaffBody>
        <Facts>
          <Fact term="To">{mail.recipient}</Fact>
          <Fact term="Queued">
            <DateTime date={mail.queuedAt} />
          </Fact>
        </Facts>
        <PlainMail text={mail.plainText ?? "This mail has left. Its text is not kept."} />
      </StaffBody>
    </>
  );
}
