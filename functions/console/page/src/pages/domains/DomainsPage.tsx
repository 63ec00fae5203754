import { useState } from "preact/hooks";
import { addDomain, type Domain, listDomains } from "../../api/domains";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { useIsOwner } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { DomainRow } from "./DomainRow";
import { NewDomain } from "./NewDomain";

export function DomainsPage() {
  const t = useText();
  const found = useLoad(listDomains, []);
  return (
    <div class="stack">
      <PageHead title={t("nav.domains")} lead={t("domain.lead")} />
      <Loaded of={found}>{(first) => <Known first={first} />}</Loaded>
    </div>
  );
}

function Known({ first }: { first: Domain[] }) {
  const t = useText();
  const [all, setAll] = useState(first);
  const hosts = all.map(({ host }) => host);
  return (
    <>
      {all.length === 0 && <Empty title={t("domain.none")}>{t("domain.noneWhy")}</Empty>}
      {all.length > 0 && !all.some(({ state }) => state === "ok") && (
        <Alert kind="note">{t("domain.noneHealthy")}</Alert>
      )}
      <ol class="rows">
        {all.map((domain) => (
          <DomainRow key={domain.host} domain={domain} hosts={hosts} onChange={setAll} />
        ))}
      </ol>
      {useIsOwner() && (
        <NewDomain
          add={async (name) => {
            const now = await addDomain(name);
            setAll(now);
            return now.at(-1);
          }}
        />
      )}
    </>
  );
}
