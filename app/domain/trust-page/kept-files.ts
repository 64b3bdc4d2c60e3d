/** Keeps the newest of what takes a while to make: made once for a name, and anew for another. A failure is not kept. */
export function keepNewest<Made>() {
  let kept: { name: string; made: Promise<Made> } | null = null;
  return async (name: string, make: () => Promise<Made>): Promise<Made> => {
    if (kept?.name !== name) kept = { name, made: make() };
    const mine = kept;
    return mine.made.catch((error: unknown) => {
      if (kept === mine) kept = null;
      throw error;
    });
  };
}
