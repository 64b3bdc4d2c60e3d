import { Note } from "#app/components/note.tsx";
import { sayWhen, type Ending } from "#app/domain/trust-page/ending-soon.ts";

/** For staff: what ends within 90 days, the soonest first. */
export function EndingNote({ endings }: { endings: Ending[] }) {
  return (
    <Note tone="ageing" title="Ends within 90 days">
      <ul>
        {endings.map((ending) => (
          <li key={`${ending.what} ${ending.subjectId}`}>
            <b>{ending.title}</b>: {sayWhen(ending)}. {ending.then}
          </li>
        ))}
      </ul>
    </Note>
  );
}
