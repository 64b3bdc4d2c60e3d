import { canonicalEmail } from "#app/domain/accounts/email-address.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { UpdateDetails } from "./updates.ts";

type NamedList = { listAccounts: string[]; listAddresses: string[] };

/** Who is meant by the lines of a list: accounts by their name or a domain of theirs, anyone by their address. */
export async function readList(db: Db, { channel, list = [] }: UpdateDetails): Promise<NamedList> {
  if (channel !== "list" || list.length === 0) return { listAccounts: [], listAddresses: [] };
  const accounts = await db.selectFrom("companyAccount").select(["id", "name", "domains"]).execute();
  const found: NamedList = { listAccounts: [], listAddresses: [] };
  const unknown: string[] = [];
  for (const line of list) {
    const named = accounts.filter(({ name, domains }) => same(name, line) || domains.some((one) => same(one, line)));
    if (named.length > 1) throw ambiguous(line);
    const email = canonicalEmail(line);
    if (named[0]) found.listAccounts.push(named[0].id);
    else if (email) found.listAddresses.push(email);
    else unknown.push(line);
  }
  if (unknown.length > 0) throw nobody(unknown);
  return { listAccounts: [...new Set(found.listAccounts)], listAddresses: [...new Set(found.listAddresses)] };
}

/** The list as it can be typed again. */
export async function writtenList(db: Db, { listAccounts, listAddresses }: NamedList): Promise<string> {
  if (listAccounts.length === 0) return listAddresses.join("\n");
  const accounts = await db
    .selectFrom("companyAccount")
    .select(["name", "domains"])
    .where("id", "in", listAccounts)
    .orderBy("name")
    .execute();
  const names = accounts.map(({ name, domains }) => domains[0] ?? name);
  return [...names, ...listAddresses].join("\n");
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

const ambiguous = (line: string) =>
  new Invalid(
    "trust-page.ambiguous-account",
    `Several accounts are called ${line}. Enter a domain of the one you mean.`,
  );

const nobody = (lines: string[]) =>
  new Invalid(
    "trust-page.unknown-on-list",
    `No account is called ${lines.slice(0, 3).join(" or ")}, and it is no address. Enter an account’s name, its domain or an e-mail address a line.`,
  );
