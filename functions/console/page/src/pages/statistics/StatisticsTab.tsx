import { useState } from "preact/hooks";
import { getStatistics, type Statistics } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { useEvery, useLoad } from "../../lib/load";
import { momentsOf, named } from "../../lib/ranges";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { ChannelTable, DeviceTable, PlaceTable } from "./Breakdowns";
import { Freshness } from "./Freshness";
import { Funnel } from "./Funnel";
import { OverTime } from "./OverTime";
import { RangeChoice } from "./RangeChoice";

const ANEW_SECONDS = 60;

/** What was counted of a live code in a range of days. */
export function StatisticsTab({ code, zone }: { code: string; zone: string }) {
  const [range, setRange] = useState(() => named("week"));
  const { name, from, to, by } = range;
  const ask = () => getStatistics(code, ...momentsOf(range, zone, Date.now()), by);
  const found = useLoad(ask, [code, name, from, to, by]);
  useEvery(ANEW_SECONDS, found.again);
  return (
    <div class="stack">
      <RangeChoice range={range} zone={zone} onRange={setRange} />
      <Loaded of={found}>
        {(statistics) => <Shown statistics={statistics} again={found.again} />}
      </Loaded>
    </div>
  );
}

function Shown({ statistics, again }: { statistics: Statistics; again: () => void }) {
  const t = useText();
  const { scans, robots } = statistics.total;
  const fresh = <Freshness statistics={statistics} again={again} />;
  if (scans === 0 && robots === 0) {
    return (
      <>
        {fresh}
        <Empty title={t("statistics.none")}>{t("statistics.noneNext")}</Empty>
      </>
    );
  }
  return (
    <>
      {fresh}
      <Funnel total={statistics.total} />
      <OverTime statistics={statistics} />
      <ChannelTable statistics={statistics} />
      <DeviceTable statistics={statistics} />
      <PlaceTable statistics={statistics} />
    </>
  );
}
