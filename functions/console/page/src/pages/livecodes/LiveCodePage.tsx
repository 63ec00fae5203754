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
import { Rename } from "./Rename";
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
    <Loaded of={found} back={[home, t("nav.livecodes")]}>
      {(first) => <Opened first={first} zone={community.time_zone} tab={tab} />}
    </Loaded>
  );
}

function Opened({ first, zone, tab }: { first: LiveCode; zone: string; tab: Tab }) {
  const t = useText();
  const [known, setKnown] = useState(first);
  const { code, name, community } = known;
  const home = path`/communities/${community}/livecodes`;
  const rename = useMayChange() && <Rename code={known} onChange={setKnown} />;
  return (
    <>
      <PageHead title={name} back={[home, t("nav.livecodes")]} action={rename} />
      <nav class="tabs" aria-label={name}>
        <Link to={home + path`/${code}`} current={tab === "code"}>
          {t("tab.code")}
        </Link>
        <Link to={home + path`/${code}/statistics`} current={tab === "statistics"}>
          {t("tab.statistics")}
        </Link>
      </nav>
      {tab === "code" && <Filled code={known} zone={zone} onChange={setKnown} />}
      {tab === "statistics" && <StatisticsTab code={code} zone={zone} />}
    </>
  );
}

interface FilledProps {
  code: LiveCode;
  zone: string;
  onChange: (code: LiveCode) => void;
}

function Filled({ code, zone, onChange }: FilledProps) {
  const seats = useSeats(code).load;
  const known = useLoad(() => listGroups(code.community), [code.community]).load;
  const groups = known.state === "ready" ? known.value : [];
  const mayChange = useMayChange();
  const common = { code, zone, groups, onChange };
  return (
    <div class="stack">
      <CodePicture key={code.address} code={code} />
      <DestinationsPart {...common} seats={seats} />
      {mayChange && <DestinationForm {...common} />}
      {mayChange && (
        <FillingPart
          code={code}
          rate={seats.state === "ready" ? seats.value.join_rate : undefined}
          onChange={onChange}
        />
      )}
      {mayChange && <WayPart code={code} zone={zone} onChange={onChange} />}
      {mayChange && <RefillPart code={code.code} zone={zone} />}
      {mayChange && <GuidePart code={code} onChange={onChange} />}
      {mayChange && <PreferredDomains code={code} onChange={onChange} />}
    </div>
  );
}
