import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { listLiveCodes, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Badge } from "../../parts/Badge";
import { Empty } from "../../parts/Empty";
import { Choice } from "../../parts/form/Choices";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Seats } from "../../parts/Seats";

export function LiveCodesPage({ community: { community } }: { community: Community }) {
  const t = useText();
  const [archived, setArchived] = useState(false);
  const codes = useLoad(() => listLiveCodes(community, archived), [community, archived]);
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
      <div class="more">
        <Choice name="archived" onChecked={setArchived}>
          {t("livecode.showArchived")}
        </Choice>
      </div>
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
      {code.archived > 0 && <Badge>{t("livecode.archived")}</Badge>}
      <Seats taken={code.taken} seats={code.seats} />
    </li>
  );
}
