import { crc32, deflateRawSync } from "node:zlib";

/** A zip entry to be made; the odd fields are for archives that lie. */
export type ZipPart = {
  name: string;
  content: string | Buffer;
  stored?: boolean;
  flags?: number;
  unixMode?: number;
  declaredSize?: number;
  checksum?: number;
  localName?: string;
  extra?: Buffer;
  streamed?: boolean;
};

/** Our own small zip writer, so that a test knows each byte. */
export function zipOf(parts: readonly ZipPart[], comment = ""): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = zipRecords(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

function zipRecords(part: ZipPart, offset: number) {
  const content = Buffer.from(part.content);
  const data = part.stored ? content : deflateRawSync(content);
  const name = Buffer.from(part.name);
  const localName = Buffer.from(part.localName ?? part.name);
  const extra = part.extra ?? Buffer.alloc(0);
  const checksum = part.checksum ?? crc32(content);
  const size = part.declaredSize ?? content.length;
  const flags = (part.flags ?? 0) | (part.streamed ? 0x8 : 0);

  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(part.stored ? 0 : 8, 8);
  local.writeUInt32LE(0x21_0000, 10);
  if (!part.streamed) {
    local.writeUInt32LE(checksum, 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(size, 22);
  }
  local.writeUInt16LE(localName.length, 26);
  local.writeUInt16LE(extra.length, 28);
  const descriptor = Buffer.alloc(part.streamed ? 16 : 0);
  if (part.streamed) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(checksum, 4);
    descriptor.writeUInt32LE(data.length, 8);
    descriptor.writeUInt32LE(size, 12);
  }

  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt8(20, 4);
  central.writeUInt8(3, 5);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(part.stored ? 0 : 8, 10);
  central.writeUInt32LE(0x21_0000, 12);
  central.writeUInt32LE(checksum, 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(((part.unixMode ?? 0o100644) << 16) >>> 0, 38);
  central.writeUInt32LE(offset, 42);
  return {
    local: Buffer.concat([local, localName, extra, data, descriptor]),
    central: Buffer.concat([central, name]),
  };
}

export type MadeSheet = {
  name: string;
  /** Texts by row; null leaves a cell out. A text starting with "=" is a formula whose cached value follows a "|". */
  rows?: readonly (readonly (string | number | null)[])[];
  /** The worksheet's whole XML, instead of `rows`. */
  xml?: string;
  /** What stands between the cells and the end of the worksheet: merges, validations … */
  tail?: string;
  state?: "hidden" | "veryHidden";
};

export type MadeWorkbook = {
  sheets: readonly MadeSheet[];
  names?: Record<string, string>;
  strings?: string;
  workbookTail?: string;
  extraParts?: readonly ZipPart[];
};

export const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

export function workbookOf(made: MadeWorkbook): Buffer {
  return zipOf(workbookParts(made));
}

export function workbookParts({ sheets, names, strings, workbookTail, extraParts }: MadeWorkbook): ZipPart[] {
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const defined = Object.entries(names ?? {}).map(
    ([name, range]) => `<definedName name="${name}">${range}</definedName>`,
  );
  const related = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${documents}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  if (strings) related.push(`<Relationship Id="rIdS" Type="${documents}/sharedStrings" Target="sharedStrings.xml"/>`);
  return [
    {
      name: "[Content_Types].xml",
      content:
        `<?xml version="1.0"?><Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        (strings
          ? '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
          : "") +
        sheets
          .map(
            (_, i) =>
              `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
          )
          .join("") +
        "</Types>",
    },
    {
      name: "_rels/.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content:
        `<?xml version="1.0"?><workbook ${spreadsheet} xmlns:r="${documents}"><sheets>${listed.join("")}</sheets>` +
        `${defined.length ? `<definedNames>${defined.join("")}</definedNames>` : ""}${workbookTail ?? ""}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${related.join("")}</Relationships>`,
    },
    ...(strings ? [{ name: "xl/sharedStrings.xml", content: `<sst ${spreadsheet}>${strings}</sst>` }] : []),
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheet.xml ?? sheetXml(sheet) })),
    ...(extraParts ?? []),
  ];
}

export function sheetXml({ rows = [], tail = "" }: Pick<MadeSheet, "rows" | "tail">): string {
  const data = rows.map((cells, i) => {
    const made = cells.map((value, j) => (value === null ? "" : cellXml(value, `${letter(j)}${i + 1}`)));
    return made.join("") === "" ? "" : `<row r="${i + 1}">${made.join("")}</row>`;
  });
  return `<?xml version="1.0"?><worksheet ${spreadsheet}><sheetData>${data.join("")}</sheetData>${tail}</worksheet>`;
}

/** `letters` by a list: `dropdown("C2:C9", '"Yes,No"')`. */
export function dropdown(ranges: string, formula: string): string {
  return `<dataValidations count="1"><dataValidation type="list" sqref="${ranges}"><formula1>${escaped(formula)}</formula1></dataValidation></dataValidations>`;
}

function cellXml(value: string | number, name: string): string {
  if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`;
  if (value.startsWith("=")) {
    const [formula, cached = ""] = value.slice(1).split("|");
    return `<c r="${name}" t="str"><f>${escaped(formula!)}</f><v>${escaped(cached)}</v></c>`;
  }
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
