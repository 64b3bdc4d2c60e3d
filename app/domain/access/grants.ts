/**
 * Worked out at each read, never stored. `waits-for-nda`: the person has to accept an agreement first. `closed`: the
 * document was withdrawn or made internal since.
 */
export type GrantState = "open" | "waits-for-nda" | "expired" | "revoked" | "closed";
