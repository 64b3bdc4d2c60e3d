/** The sentence that most declines say. */
export const standardDecline =
  "We do not give these documents out for the purpose that you named. Write to us if something has changed.";
