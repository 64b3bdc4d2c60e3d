const seen: string[] = [];
const expected: RegExp[] = [];

/** From here on an error or warning on the console fails the test that made it. */
export function startRecordingConsole() {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...parts: unknown[]) => void seen.push(`${level}: ${parts.map(String).join(" ")}`);
  }
}

/** Says that this test makes such a line, and means to. */
export function expectConsoleLine(line: RegExp) {
  expected.push(line);
}

export function unexpectedConsoleLines() {
  const lines = seen.splice(0).filter((line) => !expected.some((one) => one.test(line)));
  expected.length = 0;
  return lines;
}
