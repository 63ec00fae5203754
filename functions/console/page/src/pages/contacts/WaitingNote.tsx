import { countWaiting } from "../../api/contacts";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";

const MOST = 100;

/** How many people wait at a live code, where anybody does. */
export function WaitingNote({ community, code }: { community: string; code: string }) {
  const t = useText();
  const mayLook = useMayChange();
  const { load } = useLoad(() => countWaiting(code), [code]);
  const waiting = load.state === "ready" ? load.value : 0;
  if (waiting === 0) return null;
  const count = waiting < MOST ? String(waiting) : `${MOST}+`;
  return (
    <Alert kind="note">
      <p>
        {t("contact.waiting", { count })}{" "}
        {mayLook && (
          <Link to={path`/communities/${community}/waiting/${code}`}>{t("contact.look")}</Link>
        )}
      </p>
    </Alert>
  );
}
