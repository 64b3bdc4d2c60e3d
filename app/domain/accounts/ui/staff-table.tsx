import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Form } from "#app/components/form.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { roleNames, staffRoles, type StaffRole } from "../people.ts";

export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: StaffRole | null;
  createdAt: string;
  disabledAt: string | null;
};

const columns = [
  { key: "name", label: "Name" },
  { key: "since", label: "Since" },
  { key: "state", label: "State" },
  { key: "role", label: "Role" },
  { key: "act", label: "Change", hidden: true },
];

export const roleOptions = staffRoles.map((role) => ({ value: role, label: roleNames[role] }));

export function StaffTable({ staff, ownId }: { staff: StaffRow[]; ownId: string }) {
  return (
    <DataTable caption="Staff" columns={columns}>
      {staff.map((member) => (
        <tr key={member.id}>
          <RowHead detail={member.email}>{member.name}</RowHead>
          <Cell label="Since">
            <DateText date={member.createdAt} />
          </Cell>
          <Cell label="State">
            {member.disabledAt ? <Status tone="none" word="Disabled" /> : <Status tone="current" word="Active" />}
          </Cell>
          <Cell label="Role">
            <Form action={`/staff/people/${member.id}/role`} className="flex items-center gap-2">
              <select
                name="role"
                aria-label={`Role of ${member.name}`}
                defaultValue={member.role ?? "sales"}
                className="w-auto"
              >
                {roleOptions.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <Button size="small">Change role</Button>
            </Form>
          </Cell>
          <Cell>{member.id !== ownId && <DisableForm member={member} />}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function DisableForm({ member }: { member: StaffRow }) {
  const verb = member.disabledAt ? "Enable" : "Disable";
  return (
    <Form action={`/staff/people/${member.id}/${member.disabledAt ? "enabling" : "disabling"}`}>
      <Button
        size="small"
        variant={member.disabledAt ? "alternative" : "negative"}
        aria-label={`${verb} ${member.name}`}
      >
        {verb}
      </Button>
    </Form>
  );
}
