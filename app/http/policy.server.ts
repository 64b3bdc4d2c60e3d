import { complaints } from "#app/messages/en/complaints.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type Client,
  type Prospect,
  roleNames,
  type Staff,
  type StaffRole,
  type Viewer,
} from "#app/domain/accounts/people.ts";
import { Conflict, DomainError, NotAllowed, NotFound, TooMany } from "#app/domain/errors.ts";
import { withLanguage, type Language } from "#app/messages/languages.ts";
import { type Words, wordsIn } from "#app/messages/words.ts";
import { db } from "#db/client.server.ts";
import { spokenLanguage } from "./language.ts";
import { discardFiles } from "./multipart.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export type Ask = {
  request: Request;
  params: Args["params"];
  url: URL;
  db: typeof db;
  client: Client;
  context: Args["context"];
  /** In the visitor's language; in English for staff. */
  words: Words;
};

/** Who may call a loader or action. The rows they may touch are the domain's business, which gets the person. */
export type Policy =
  | { who: "anyone" }
  | { who: "prospect" }
  | { who: "staff"; roles: readonly StaffRole[] | "any" }
  | { who: "prospect or staff" };

export type Guarded<Result> = ((args: Args) => Promise<Result>) & { policy: Policy };

/** For everyone, signed in or not. */
export function forAnyone<Result>(work: (ask: Ask & { viewer: Viewer }) => Promise<Result>): Guarded<Result> {
  return guard({ who: "anyone" }, async (ask) => work({ ...ask, viewer: await viewerOf(ask) }));
}

/** For a signed-in prospect. A visitor is led to the sign-in. */
export function forProspect<Result>(
  work: (ask: Ask & { prospect: Prospect; sessionHash: string; provedBy: string }) => Promise<Result>,
): Guarded<Result> {
  return guard({ who: "prospect" }, async (ask) => {
    const session = await ask.context.prospectSession();
    if (!session) throw leadToSignIn(ask, "/sign-in");
    return work({ ...ask, prospect: session.person, sessionHash: session.sessionHash, provedBy: session.provedBy });
  });
}

/** For staff with one of the roles; "any" is every role. Another role is told so; a prospect finds nothing here. */
export function forStaff<Result>(
  roles: readonly StaffRole[] | "any",
  work: (ask: Ask & { staff: Staff }) => Promise<Result>,
): Guarded<Result> {
  return guard({ who: "staff", roles }, async (ask) => {
    const session = await ask.context.staffSession();
    if (!session) throw leadToSignIn(ask, "/staff/sign-in");
    if (roles !== "any" && !roles.includes(session.person.role)) {
      const names = roles.map((role) => roleNames[role]).join(" or ");
      throw new NotAllowed("http.other-role", `This is for colleagues with the role ${names}. Ask one of them.`);
    }
    return work({ ...ask, staff: session.person });
  });
}

/** For what both sides open by the same address. Where a browser is signed in as both, the prospect asks. */
export function forProspectOrStaff<Result>(
  work: (ask: Ask & { viewer: Prospect | Staff; sessionHash: string }) => Promise<Result>,
): Guarded<Result> {
  return guard({ who: "prospect or staff" }, async (ask) => {
    const session = (await ask.context.prospectSession()) ?? (await ask.context.staffSession());
    if (!session) throw leadToSignIn(ask, "/sign-in");
    return work({ ...ask, viewer: session.person, sessionHash: session.sessionHash });
  });
}

async function viewerOf(ask: Ask): Promise<Viewer> {
  const session = (await ask.context.prospectSession()) ?? (await ask.context.staffSession());
  return session?.person ?? { kind: "visitor" };
}

function guard<Result>(policy: Policy, work: (ask: Ask) => Promise<Result>): Guarded<Result> {
  const handle = async ({ request, params, context }: Args) => {
    const { language, chosen } = spokenLanguage(request);
    const ask = {
      ...{ request, params, url: new URL(request.url), db, client: context.client, context },
      words: wordsIn(language),
    };
    try {
      return keepLanguage(await work(ask), chosen);
    } catch (error) {
      if (error instanceof DomainError) throw answerTo(error);
      throw keepLanguage(error, chosen);
    } finally {
      await discardFiles(request);
    }
  };
  return Object.assign(handle, { policy });
}

/** Who chose a language is led on in it. */
function keepLanguage<Answer>(answer: Answer, chosen: Language | null): Answer {
  if (chosen && answer instanceof Response) {
    const location = answer.headers.get("Location");
    if (location) answer.headers.set("Location", withLanguage(location, chosen));
  }
  return answer;
}

function leadToSignIn(ask: Ask, signIn: string): Response {
  if (ask.request.method !== "GET") {
    return json({ code: "http.signed-out", message: complaints.signedOut }, { status: 401 });
  }
  return redirect(`${signIn}?next=${encodeURIComponent(ask.url.pathname)}`);
}

function answerTo(error: DomainError): Response {
  return json({ code: error.code, message: error.message }, { status: statusOf(error) });
}

export function statusOf(error: DomainError): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof NotAllowed) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof TooMany) return 429;
  return 422;
}
