import { createReadStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { Invalid } from "#app/domain/errors.ts";
import {
  type ArrivedFile,
  discardArrivedFile,
  readArrivedFile,
  receiveFile,
} from "#app/platform/arriving-files.server.ts";

const most = { parts: 2_000, files: 20, fieldSize: 1024 * 1024, fieldNameSize: 200 };

export type Part = [name: string, value: string | File];

export const isMultipart = (request: Request): boolean =>
  /^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "");

type Arrivals = { parts: Part[]; files: Promise<void>[]; arrived: ArrivedFile[]; open: Set<Readable> };

const arrivals = new WeakMap<Request, Arrivals>();

/**
 * The parts of a form with files, taken apart as it arrives, its files to disk: the platform's own `formData()` waits
 * for the whole, holds it in memory and goes over all of it at once, some 50 ms for 10 MiB, in which nobody else is
 * answered. How large the body may be is settled before; `discardFiles` is to be called after.
 */
export async function readMultipart(request: Request): Promise<Part[]> {
  const arriving: Arrivals = { parts: [], files: [], arrived: [], open: new Set() };
  arrivals.set(request, arriving);
  try {
    await parsed(request, arriving);
    await Promise.all(arriving.files);
    return arriving.parts;
  } catch (error) {
    for (const stream of arriving.open) stream.destroy();
    throw error;
  }
}

/** Removes what came with the request and was not kept. */
export async function discardFiles(request: Request): Promise<void> {
  const { files = [], arrived = [] } = arrivals.get(request) ?? {};
  await Promise.allSettled(files);
  await Promise.allSettled(arrived.map(discardArrivedFile));
}

/** What a form's file holds, without reading it where it lies on disk. */
export async function contentOf(file: File): Promise<Uint8Array | ArrivedFile> {
  return file instanceof SentFile ? file.arrived : new Uint8Array(await file.arrayBuffer());
}

function parsed(request: Request, arriving: Arrivals): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = parserOf(request);
    const body = Readable.fromWeb(request.body as ReadableStream);
    // The rest is read and dropped, so that the sender hears the reason and the connection can be used again.
    const fail = (error: unknown) => {
      body.unpipe(parser).resume();
      reject(error);
    };
    const refuse = () =>
      fail(new Invalid("http.form-too-many-parts", "The form has too many parts, or too long ones."));
    parser.on("field", (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) refuse();
      arriving.parts.push([unescaped(name), value]);
    });
    parser.on("file", (name, stream, fileName, _encoding, type) => {
      const place = arriving.parts.push([unescaped(name), ""]) - 1;
      const received = receive(arriving, stream).then((arrived) => {
        const sentAs = unescaped(fileName ?? "");
        arriving.parts[place]![1] = arrived ? new SentFile(sentAs, type, arrived) : new File([], sentAs, { type });
      });
      received.catch(fail);
      arriving.files.push(received);
    });
    for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) parser.on(limit, refuse);
    parser.on("finish", resolve);
    parser.on("error", fail);
    body.on("error", reject);
    body.pipe(parser);
  });
}

async function receive({ arrived, open }: Arrivals, stream: Readable): Promise<ArrivedFile | null> {
  open.add(stream);
  const file = await receiveFile(stream as AsyncIterable<Buffer>).finally(() => open.delete(stream));
  if (file) arrived.push(file);
  return file;
}

const escapes: Record<string, string> = { "%22": '"', "%0D": "\r", "%0A": "\n" };

/** As browsers write names (HTML, "multipart/form-data encoding"). */
const unescaped = (name: string) => name.replaceAll(/%(22|0D|0A)/gi, (escape) => escapes[escape.toUpperCase()]!);

/** Throws when there is no boundary. */
const parserOf = (request: Request) =>
  new Busboy({ headers: { "content-type": request.headers.get("content-type") ?? "" }, limits: most });

/** A `File` that lies on disk until the request ends. */
class SentFile extends File {
  readonly arrived: ArrivedFile;

  constructor(name: string, type: string, arrived: ArrivedFile) {
    super([], name, { type });
    this.arrived = arrived;
  }

  override get size(): number {
    return this.arrived.sizeBytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await readArrivedFile(this.arrived)).buffer;
  }

  override async text(): Promise<string> {
    return (await readArrivedFile(this.arrived)).toString("utf8");
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    return new Blob([readFileSync(this.arrived.path).subarray(start, end)], { type });
  }

  override stream() {
    return Readable.toWeb(createReadStream(this.arrived.path)) as ReturnType<File["stream"]>;
  }
}
