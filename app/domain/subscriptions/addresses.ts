export const whereToSubscribe = "/subscriptions";
/** Mail providers post here for their readers, with nothing but the address. */
export const whereToEnd = "/subscription/end";
