import { ensureReaderBundle } from "#app/domain/questionnaires/formats/reader-bundle.server.ts";

await ensureReaderBundle("workbook");
