import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DateText } from "#app/components/time.tsx";

interface OwnWord {
  id: string;
  name: string;
  phrases: string[];
  addsToBuiltIn: boolean;
  changedAt: string;
  changerName: string;
}

export function OwnWordTable({ words, mayEdit }: { words: OwnWord[]; mayEdit: boolean }) {
  return (
    <DataTable
      caption="Own words"
      columns={[
        { key: "name", label: "Word" },
        { key: "phrases", label: "Also said as" },
        { key: "changed", label: "Changed" },
      ]}
    >
      {words.map(({ id, name, phrases, addsToBuiltIn, changedAt, changerName }) => (
        <tr key={id}>
          <RowHead detail={addsToBuiltIn && "Adds to a built-in meaning"}>
            {mayEdit ? <Link to={`/staff/words/${id}`}>{name}</Link> : name}
          </RowHead>
          <Cell label="Also said as">{phrases.join(", ")}</Cell>
          <Cell label="Changed" quiet>
            <DateText date={changedAt} /> by {changerName}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
