import { useEffect } from "preact/hooks";
import { logInByLink, type Session } from "../api/session";
import { useText } from "../i18n/context";
import { useLoad } from "../lib/load";
import { Link } from "../parts/Link";
import { Alert } from "../parts/Alert";
import { Entry } from "../shell/Entry";

/** Trades the token behind the # of a one-time link for a session. */
export function LinkLoginPage({ onSession }: { onSession: (session: Session) => void }) {
  const t = useText();
  const { load } = useLoad(() => logInByLink(location.hash.slice(1)), []);
  useEffect(() => {
    if (load.state === "ready") onSession(load.value);
  }, [load]);
  return (
    <Entry title={t("login.title")}>
      {load.state === "failed" ? (
        <>
          <Alert kind="bad">{t("login.linkUsed")}</Alert>
          <Link to="/" class="button">
            {t("login.title")}
          </Link>
        </>
      ) : (
        <p role="status">{t("login.link")}</p>
      )}
    </Entry>
  );
}
