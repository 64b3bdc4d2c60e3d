import { createContext, useContext } from "react";

export const NonceContext = createContext<string | undefined>(undefined);

/** The content security policy's nonce: known while rendering on the server, hidden by the browser afterwards. */
export const useNonce = (): string | undefined => useContext(NonceContext);
