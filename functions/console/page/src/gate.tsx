import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiError, sendCsrf, whenLoggedOut } from "./api/client";
import { currentSession, type Session } from "./api/session";
import { LinkLoginPage } from "./pages/LinkLoginPage";
import { LoginPage } from "./pages/LoginPage";
import { Loaded } from "./parts/Loaded";
import { useLoad } from "./lib/load";
import { navigate, useHere } from "./lib/router";
import { SessionContext } from "./lib/session";
import { Shell } from "./shell/Shell";

const sessionIfAny = () =>
  currentSession().catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return undefined;
    throw error;
  });

/** Lets people in who are logged in, and shows the door to everybody else. */
export function Gate() {
  const asked = useLoad(sessionIfAny, []);
  return <Loaded of={asked}>{(session) => <Inside first={session} />}</Loaded>;
}

function Inside({ first }: { first: Session | undefined }) {
  const [session, setSession] = useState(first);
  const at = useHere();

  useEffect(() => whenLoggedOut(() => setSession(undefined)), []);
  sendCsrf(session?.csrf ?? "");
  const state = useMemo(
    () => session && { session, renew: setSession, leave: () => setSession(undefined) },
    [session],
  );

  const enter = (fresh: Session) => {
    setSession(fresh);
    if (at === "/login") navigate("/", true);
  };

  if (at === "/login" && location.hash) return <LinkLoginPage onSession={enter} />;
  if (!state) return <LoginPage onSession={enter} />;
  return (
    <SessionContext.Provider value={state}>
      <Shell />
    </SessionContext.Provider>
  );
}
