import { useText } from "../i18n/context";
import { useHere } from "../lib/router";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";

/** Reminds somebody who came in by a one-time link that the next time needs a password. */
export function PasswordNotice() {
  const t = useText();
  if (useHere() === "/me") return null;
  return (
    <div class="above">
      <Alert kind="note">
        <p>
          {t("me.choose")} <Link to="/me">{t("me.chooseNow")}</Link>
        </p>
      </Alert>
    </div>
  );
}
