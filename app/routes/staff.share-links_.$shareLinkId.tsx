import { useLoaderData } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { getShareLink } from "#app/domain/access/share-links.server.ts";
import { ShareLinkTable } from "#app/domain/access/ui/share-link-table.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "A share link" }];

export const loader = forStaff("any", async ({ db, params }) => getShareLink(db, idFrom(params, "shareLinkId")));

const happened = {
  "address-given": "Gave this address",
  refused: "Refused: the link is not for this address",
  used: "Proved it and got the documents",
};

const columns = [
  { key: "who", label: "Address" },
  { key: "what", label: "What happened" },
  { key: "at", label: "When" },
];

export default function ShareLink() {
  const { link, events } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader
        title={`A link for ${link.companyName}`}
        back={{ to: "/staff/share-links", label: "Share links" }}
        meta={`Used by ${link.uses} of ${countOf(link.maxUses, "person", "people")}`}
      />
      <StaffBody>
        <ShareLinkTable links={[link]} />
        <p className="pt-3 text-sm">
          {link.addresses
            ? `Only for ${link.addresses.join(", ")}.`
            : "Any address on the account’s domains is enough."}
        </p>
        <StaffSection
          id="activity"
          title="Activity"
          intro="Opening the link leaves no trace: its secret never reaches us."
        >
          {events.length > 0 ? (
            <DataTable caption="What happened with the link" columns={columns}>
              {events.map((event) => (
                <tr key={`${event.at} ${event.kind}`}>
                  <RowHead>{event.email}</RowHead>
                  <Cell label="What happened">{happened[event.kind]}</Cell>
                  <Cell label="When">
                    <DateTime date={event.at} />
                  </Cell>
                </tr>
              ))}
            </DataTable>
          ) : (
            <p>Nobody has given an address yet.</p>
          )}
        </StaffSection>
      </StaffBody>
    </>
  );
}
