import { useText } from "../i18n/context";
import { Link } from "../parts/Link";
import { PageHead } from "../parts/PageHead";

export function MissingPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t("missing.title")} lead={t("missing.text")} />
      <Link to="/" class="button">
        {t("missing.home")}
      </Link>
    </>
  );
}
