import { useText } from "../i18n/context";
import logo from "../logo.svg";
import { Link } from "../parts/Link";

export function Brand() {
  const t = useText();
  return (
    <Link to="/" class="brand">
      <img src={logo} alt="" width="32" height="32" />
      {t("product")}
    </Link>
  );
}
