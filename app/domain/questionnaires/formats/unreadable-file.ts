import { DomainError } from "#app/domain/errors.ts";

/** A file that cannot be read or written: `code` is a dotted complaint, the message says what a person can do. */
export class UnreadableFile extends DomainError {}
