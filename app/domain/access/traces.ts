import { z } from "zod";

export const traceForm = z.strictObject({
  file: z.instanceof(File, { error: "Choose a file" }).refine((file) => file.size > 0, "Choose a file"),
  documentId: z.union([z.literal(""), z.uuid("Choose a document")]).transform((id) => (id === "" ? null : id)),
});
