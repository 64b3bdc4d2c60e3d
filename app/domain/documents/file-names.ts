const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}<>:"|?*]/gu;
const longest = 160;

/** The last part of what a browser sent, without what could steer a path, a header or the reader's eye. */
export function cleanFileName(sent: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1)!;
  const clean = last
    .replace(/\s+/gu, " ")
    .replace(unwanted, "")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (clean === "") return "file";
  const { stem, extension } = splitName(clean);
  const ending = extension ? `.${extension}` : "";
  return [...stem].slice(0, longest - ending.length).join("") + ending;
}

/** The extension in lower case, without its dot; "" when there is none. */
export const extensionOf = (fileName: string): string => splitName(fileName).extension.toLowerCase();

function splitName(fileName: string): { stem: string; extension: string } {
  const [, stem = fileName, extension = ""] = /^(.+)\.([A-Za-z0-9]{1,10})$/.exec(fileName) ?? [];
  return { stem, extension };
}
