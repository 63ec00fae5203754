import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../api/session";

export interface SessionState {
  session: Session;
  /** The session goes on under new signs, after a change of the password. */
  renew: (session: Session) => void;
  /** Nobody is logged in any more. */
  leave: () => void;
}

export const SessionContext = createContext<SessionState | undefined>(undefined);

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error("this part is for people who are logged in");
  return state;
}

/** Whether the one who is logged in may change things; viewers read. */
export const useMayChange = (): boolean => useSession().session.role !== "viewer";
export const useIsOwner = (): boolean => useSession().session.role === "owner";
