/** Something a person may be told: a stable code and a sentence that is safe to show and says what to do next. */
export class DomainError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/** There is no such thing, or it is somebody else's. */
export class NotFound extends DomainError {}
/** The person is known and may not do this. */
export class NotAllowed extends DomainError {}
/** It was so a moment ago; it no longer is. */
export class Conflict extends DomainError {}
/** What was sent cannot be used. */
export class Invalid extends DomainError {}
/** Too much in too short a time. */
export class TooMany extends DomainError {}
