const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const shortestEnd = 22;
const longestComment = 65_535;
const mostEntries = 2_000;
const encrypted = 1;

/**
 * Which Office format a zip holds, read from its list of entries; nothing is unpacked. Null for any other zip, and for
 * one with macros, encryption or a list that does not hold together.
 */
export function officeKindOf(bytes: Uint8Array): "xlsx" | "docx" | null {
  const names = entryNames(bytes);
  if (!names?.has("[Content_Types].xml")) return null;
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return null;
  if (names.has("xl/workbook.xml")) return "xlsx";
  return names.has("word/document.xml") ? "docx" : null;
}

function entryNames(bytes: Uint8Array): Set<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return null;
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralHeader) return null;
    const start = view.getUint32(at + 42, true);
    if (start + 4 > end || view.getUint32(start, true) !== localHeader) return null;
    if (view.getUint16(at + 8, true) & encrypted) return null;
    const length = view.getUint16(at + 28, true);
    if (at + 46 + length > end) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (names.has(name)) return null;
    names.add(name);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end ? names : null;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - shortestEnd;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return null;
}
