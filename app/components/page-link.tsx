import { Link, type LinkProps } from "@remix-run/react";
import { useAddress } from "#app/messages/speech.ts";

/** A link to a page of ours in the run of a text. It goes on in the language that was chosen. */
export function PageLink({ to, ...link }: Omit<LinkProps, "to"> & { to: string }) {
  const address = useAddress();
  return <Link {...link} to={address(to)} />;
}
