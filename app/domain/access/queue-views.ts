export const queueViews = ["waiting", "more-info", "decided"] as const;
export type QueueView = (typeof queueViews)[number];

export const queueViewFrom = (asked: string | null): QueueView | null =>
  queueViews.find((view) => view === asked) ?? null;
