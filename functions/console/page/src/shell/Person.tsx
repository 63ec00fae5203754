import { logOut } from "../api/session";
import { useText } from "../i18n/context";
import { useSession } from "../lib/session";
import { Link } from "../parts/Link";
import { LanguageSwitch } from "./LanguageSwitch";

/** Who is logged in, and the way out. */
export function Person() {
  const t = useText();
  const { session, leave } = useSession();
  const out = async () => {
    await logOut();
    leave();
  };
  return (
    <div class="side-foot">
      <div class="facts">
        <span>{session.name}</span>
        <span>{t(`role.${session.role}`)}</span>
      </div>
      <div class="row">
        <Link to="/me">{t("nav.me")}</Link>
        <LanguageSwitch />
      </div>
      <button type="button" class="button small" onClick={() => void out()}>
        {t("login.out")}
      </button>
    </div>
  );
}
