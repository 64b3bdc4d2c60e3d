import type { SignedIn } from "#app/domain/accounts/sessions.server.ts";
import type { Client, Prospect, Staff } from "#app/domain/accounts/people.ts";

/** What the server hands to every loader and action. Each session is looked up at most once a request. */
export type RequestContext = {
  cspNonce: string;
  requestId: string;
  client: Client;
  staffSession: () => Promise<SignedIn<Staff> | null>;
  prospectSession: () => Promise<SignedIn<Prospect> | null>;
  /** Adds a Set-Cookie header to whatever is answered. */
  setCookie: (cookie: string) => void;
  /** Ends when the connection has taken what it was given. */
  readyForMore: () => Promise<void>;
};

declare module "@remix-run/node" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestContext {}
}
