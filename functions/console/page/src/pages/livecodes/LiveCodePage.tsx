import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { listGroups } from "../../api/groups";
import { getLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { GuidePart } from "../guide/GuidePart";
import { StatisticsTab } from "../statistics/StatisticsTab";
import { Archive } from "./Archive";
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
  const actions = useMayChange() && (
    <>
      <Rename code={known} onChange={setKnown} />
      <Archive code={known} onChange={setKnown} />
    </>
  );
  return (
    <>
      <PageHead title={name} back={[home, t("nav.livecodes")]} action={actions} />
      <nav class="tabs" aria-label={name}>
        <Link to={home + path`/${code}`} current={tab === "code"}>
          {t("tab.code")}
        </Link>
        <Link to={home + path`/${code}/statistics`} current={tab === "statistics"}>
          {t("tab.statistics")}
        </Link>
      </nav>
      <div class="stack">
        {known.archived > 0 && <Alert kind="note">{t("livecode.archivedNote")}</Alert>}
        {tab === "code" && <Filled code={known} zone={zone} onChange={setKnown} />}
        {tab === "statistics" && <StatisticsTab code={code} zone={zone} />}
      </div>
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
  const mayFill = mayChange && !code.archived;
  const common = { code, zone, groups, onChange };
  return (
    <div class="stack">
      <CodePicture key={code.address} code={code} />
      <DestinationsPart {...common} seats={seats} />
      {mayChange && <DestinationForm key={code.archived} {...common} />}
      {mayFill && (
        <FillingPart
          code={code}
          rate={seats.state === "ready" ? seats.value.join_rate : undefined}
          onChange={onChange}
        />
      )}
      {mayFill && <WayPart code={code} zone={zone} onChange={onChange} />}
      {mayFill && <RefillPart code={code.code} zone={zone} />}
      {mayChange && <GuidePart code={code} onChange={onChange} />}
      {mayChange && <PreferredDomains code={code} onChange={onChange} />}
    </div>
  );
}
