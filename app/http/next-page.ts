/** A page of ours to go on to after signing in, or the given one. Only plain paths below /portal, /staff and /request pass. */
export function nextPage(wanted: string | null | undefined, otherwise: string): string {
  return wanted && /^\/(portal|staff|request)(\/[A-Za-z0-9-]+)*$/.test(wanted) ? wanted : otherwise;
}
