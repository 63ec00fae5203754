import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { getLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Seats } from "../../parts/Seats";
import { WaitingNote } from "../contacts/WaitingNote";
import { GuidePart } from "../guide/GuidePart";
import { StatisticsTab } from "../statistics/StatisticsTab";
import { CodePicture } from "./CodePicture";
import { DestinationCard } from "./DestinationCard";
import { DestinationForm } from "./DestinationForm";
import { PreferredDomains } from "./PreferredDomains";
import { RefillPart } from "./RefillPart";
import { WayPart } from "./WayPart";

export type Tab = "code" | "statistics";

interface Props {
  community: Community;
  code: string;
  tab: Tab;
}

export function LiveCodePage({ community, code, tab }: Props) {
  const t = useText();
  const found = useLoad(() => getLiveCode(code), [code]);
  const home = path`/communities/${community.community}/livecodes`;
  return (
    <Loaded of={found}>
      {(first) => (
        <>
          <PageHead title={first.name} back={[home, t("nav.livecodes")]} />
          <nav class="tabs" aria-label={first.name}>
            <Link to={home + path`/${code}`} current={tab === "code"}>
              {t("tab.code")}
            </Link>
            <Link to={home + path`/${code}/statistics`} current={tab === "statistics"}>
              {t("tab.statistics")}
            </Link>
          </nav>
          {tab === "code" && <Filled first={first} zone={community.time_zone} />}
          {tab === "statistics" && <StatisticsTab code={code} zone={community.time_zone} />}
        </>
      )}
    </Loaded>
  );
}

function Filled({ first, zone }: { first: LiveCode; zone: string }) {
  const t = useText();
  const [code, setCode] = useState(first);
  const { destinations } = code;
  const mayChange = useMayChange();
  return (
    <div class="stack">
      <CodePicture key={code.address} code={code} />
      <section class="stack" aria-labelledby="destinations">
        <h2 id="destinations">{t("livecode.destinationsTitle")}</h2>
        <div class="facts">
          <span>{t("livecode.scans", { count: code.scans })}</span>
          <span>{t("livecode.robots", { count: code.robots })}</span>
        </div>
        <Seats taken={code.taken} seats={code.seats} />
        {!destinations.some((it) => it.open && it.taken < it.capacity) && (
          <Alert kind="note">{t("livecode.noRoom")}</Alert>
        )}
        <WaitingNote community={code.community} code={code.code} />
        <ol class="rows">
          {destinations.map((destination) => (
            <DestinationCard
              key={destination.id}
              code={code.code}
              destination={destination}
              zone={zone}
              onChange={setCode}
            />
          ))}
        </ol>
      </section>
      {mayChange && <DestinationForm code={code} zone={zone} onChange={setCode} />}
      {mayChange && <WayPart code={code} zone={zone} onChange={setCode} />}
      {mayChange && <RefillPart code={code.code} zone={zone} />}
      {mayChange && <GuidePart code={code} onChange={setCode} />}
      {mayChange && <PreferredDomains code={code} onChange={setCode} />}
    </div>
  );
}
