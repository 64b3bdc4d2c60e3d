import type { NextFunction, Request, Response } from "express";

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** A form's own framing around the file that it carries. */
const framing = 64 * kibibyte;

const uploads: { path: RegExp; most: number; sentence: string }[] = [
  {
    path: /^\/staff\/documents(\/|$)/,
    most: 50 * mebibyte + framing,
    sentence: "A document may have up to 50 MiB.",
  },
  {
    path: /^\/(staff|portal)\/questionnaires(\/|$)/,
    most: 10 * mebibyte + framing,
    sentence: "A questionnaire may have up to 10 MiB.",
  },
  {
    path: /^\/staff\/answers\/import(\/|$)/,
    most: 10 * mebibyte + framing,
    sentence: "A file of answers may have up to 10 MiB.",
  },
  {
    path: /^\/staff\/controls\/import(\/|$)/,
    most: 5 * mebibyte + framing,
    sentence: "A file of controls may have up to 5 MiB.",
  },
  {
    path: /^\/staff\/traces(\/|$)/,
    most: 50 * mebibyte + framing,
    sentence: "A found file may have up to 50 MiB.",
  },
  { path: /^\/staff\/company(\/|$)/, most: mebibyte, sentence: "A logo may have up to 256 KiB." },
  {
    path: /^\/staff\/(nda|accounts\/[^/]+\/nda)(\/|$)/,
    most: 10 * mebibyte + framing,
    sentence: "An agreement may have up to 10 MiB.",
  },
];

const form = { most: 64 * kibibyte, sentence: "A form may have up to 64 KiB." };

export const bodyLimitOf = (path: string) => uploads.find((upload) => upload.path.test(path)) ?? form;

const lingerMs = 1_000;

/** Counted as it arrives, because Content-Length is only what the sender says. */
export function bodyLimits(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== "POST") return next();
  const { most, sentence } = bodyLimitOf(request.path);
  const refuse = () => {
    response.locals.refused = true;
    response.status(413).type("text/plain").setHeader("Connection", "close");
    response.send(`This is too large. ${sentence}\n`);
  };
  if (Number(request.headers["content-length"] ?? 0) > most) return refuse();

  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= most) return push(chunk, encoding);
    if (!response.headersSent) {
      refuse();
      // Cut off at once, the sender would see a broken connection instead of the reason.
      setTimeout(() => request.destroy(), lingerMs).unref();
    }
    return true;
  };
  next();
}
