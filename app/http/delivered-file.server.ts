import { headersOf, type SentFile } from "./file-answer.server.ts";

export type Delivery = {
  /** Ends when the connection has taken what it was given. */
  readyForMore: () => Promise<void>;
  /** Whether the person may still have the rest. */
  stillOpen: () => Promise<boolean>;
};

const partBytes = 64 * 1024;
const askEveryMs = 1_000;

/** As slow as the receiver takes it; asked about every second, and broken off when the answer is no. */
export function deliveredFile(file: SentFile, { readyForMore, stillOpen }: Delivery): Response {
  let [at, asked] = [0, Date.now()];
  const parts = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await readyForMore();
        if (Date.now() - asked >= askEveryMs) {
          asked = Date.now();
          if (!(await stillOpen())) return controller.error(new CutShort("The access ended while the file was sent."));
        }
        controller.enqueue(new Uint8Array(file.bytes.subarray(at, at + partBytes)));
        at += partBytes;
        if (at >= file.bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(parts, { headers: headersOf(file) });
}

/** Not a fault of ours, so nobody is told: the receiver sees a download that broke off. */
class CutShort extends Error {
  readonly status = 403;
}
