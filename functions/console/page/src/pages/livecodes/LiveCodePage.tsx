import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { listGroups } from "../../api/groups";
import { getLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { GuidePart } from "../guide/GuidePart";
import { StatisticsTab } from "../statistics/StatisticsTab";
import { CodePicture } from "./CodePicture";
import { DestinationForm } from "./DestinationForm";
import { DestinationsPart } from "./DestinationsPart";
import { FillingPart } from "./FillingPart";
import { PreferredDomains } from "./PreferredDomains";
import { RefillPart } from "./RefillPart";
import { useSeats } from "./seats";
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
  const [code, setCode] = useState(first);
  const seats = useSeats(code).load;
  const known = useLoad(() => listGroups(code.community), [code.community]).load;
  const groups = known.state === "ready" ? known.value : [];
  const mayChange = useMayChange();
  const common = { code, zone, groups, onChange: setCode };
  return (
    <div class="stack">
      <CodePicture key={code.address} code={code} />
      <DestinationsPart {...common} seats={seats} />
      {mayChange && <DestinationForm {...common} />}
      {mayChange && (
        <FillingPart
          code={code}
          rate={seats.state === "ready" ? seats.value.join_rate : undefined}
          onChange={setCode}
        />
      )}
      {mayChange && <WayPart code={code} zone={zone} onChange={setCode} />}
      {mayChange && <RefillPart code={code.code} zone={zone} />}
      {mayChange && <GuidePart code={code} onChange={setCode} />}
      {mayChange && <PreferredDomains code={code} onChange={setCode} />}
    </div>
  );
}
