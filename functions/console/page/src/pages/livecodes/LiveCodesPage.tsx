import type { Community } from "../../api/communities";
import { listLiveCodes, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Empty } from "../../parts/Empty";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Seats } from "../../parts/Seats";

export function LiveCodesPage({ community: { community } }: { community: Community }) {
  const t = useText();
  const codes = useLoad(() => listLiveCodes(community), [community]);
  const create = useMayChange() && (
    <Link to={path`/communities/${community}/new-livecode`} class="button primary">
      {t("livecode.new")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("nav.livecodes")} lead={t("livecode.lead")} action={create} />
      <Loaded of={codes}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("livecode.empty")}>{t("livecode.emptyNext")}</Empty>
          ) : (
            <ul class="rows">
              {all.map((code) => (
                <Row key={code.code} code={code} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Row({ code }: { code: LiveCode }) {
  const t = useText();
  return (
    <li class="row">
      <div class="row-main">
        <Link class="name" to={path`/communities/${code.community}/livecodes/${code.code}`}>
          {code.name}
        </Link>
        <div class="facts">
          <code>{code.path}</code>
          <span>{t("livecode.scans", { count: code.scans })}</span>
          <span>{t("livecode.destinations", { count: code.destinations.length })}</span>
        </div>
      </div>
      <Seats taken={code.taken} seats={code.seats} />
    </li>
  );
}
