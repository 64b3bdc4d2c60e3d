import { isIP } from "node:net";

const privateRanges = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^\[::1\]$/,
  /^\[f[cd][0-9a-f]{2}:/,
];

/**
 * Whether Candor may be set up to send to this base address: https anywhere; plain http only to this machine, a private
 * network or a name that no public DNS has. An address with a password, a query or a fragment is none.
 */
export function isOutboundAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  return protocol === "https:" || (protocol === "http:" && isPrivateHost(hostname));
}

/** `hostname` as `URL` gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets. */
function isPrivateHost(hostname: string): boolean {
  if (isIP(hostname) || hostname.startsWith("[")) return privateRanges.some((range) => range.test(hostname));
  return !hostname.includes(".") || /\.(?:localhost|internal|local)$/.test(hostname);
}
