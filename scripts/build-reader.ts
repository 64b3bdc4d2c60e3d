import { ensureLookingProgram } from "#app/domain/documents/trace/look-in-child.server.ts";
import { ensureReaderBundle } from "#app/domain/questionnaires/formats/reader-bundle.server.ts";

await ensureReaderBundle("workbook");
await ensureReaderBundle("pdf");
await ensureLookingProgram();
