import { SelectField, TextArea, TextField } from "#app/components/field.tsx";

export type TypedAccount = { name?: string; domains?: string; ownerId?: string; notes?: string };
export type Owner = { id: string; name: string };

type Account = { name: string; domains: string[]; ownerId: string | null; notes: string };

/** An account as its form shows it. */
export const typedFrom = ({ name, domains, ownerId, notes }: Account): TypedAccount => ({
  name,
  domains: domains.join("\n"),
  ownerId: ownerId ?? "",
  notes,
});

export function AccountFields(props: { typed: TypedAccount; errors: Record<string, string[]>; owners: Owner[] }) {
  const { typed, errors, owners } = props;
  const ownerOptions = [{ value: "", label: "Nobody" }, ...owners.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <TextField label="Company" name="name" defaultValue={typed.name} errors={errors.name} required />
      <TextArea
        label="E-mail domains"
        name="domains"
        rows={3}
        defaultValue={typed.domains}
        errors={errors.domains}
        hint="One a line, for example company.example. Who proves an address there becomes a member of this account."
        optional
      />
      <SelectField
        label="Owner"
        name="ownerId"
        options={ownerOptions}
        defaultValue={typed.ownerId ?? ""}
        errors={errors.ownerId}
        hint="Who looks after this account."
      />
      <TextArea
        label="Notes"
        name="notes"
        defaultValue={typed.notes}
        errors={errors.notes}
        hint="Seen by staff only."
        optional
      />
    </>
  );
}
