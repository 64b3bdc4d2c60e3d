import { fileStore } from "#app/platform/file-store.server.ts";

/**
 * The bytes of a document version, checked against their SHA-256. It asks nobody's leave: only access/, which does, may
 * import it.
 */
export const openStoredFile = (sha256: string): Promise<Buffer> => fileStore.get(sha256);
