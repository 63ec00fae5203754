import { useText } from "../i18n/context";
import { Empty } from "../parts/Empty";
import { Link } from "../parts/Link";
import { PageHead } from "../parts/PageHead";

export function MissingPage() {
  const t = useText();
  const home = (
    <Link to="/" class="button">
      {t("missing.home")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("missing.title")} />
      <Empty title={t("missing.title")} action={home}>
        {t("missing.text")}
      </Empty>
    </>
  );
}
