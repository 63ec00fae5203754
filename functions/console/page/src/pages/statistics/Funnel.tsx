import type { ComponentChildren } from "preact";
import type { Counts } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { allJoins, turnedAway } from "../../lib/figures";
import { useNumbers } from "../../lib/numbers";
import { ShareBar } from "../../parts/ShareBar";
import { Joins } from "./Joins";

/** From the scan to the group: each step with its share of the one before. */
export function Funnel({ total }: { total: Counts }) {
  const t = useText();
  const { count, share } = useNumbers();
  const { scans, new: visitors, again, robots, seats } = total;
  const joins = allJoins(total);
  return (
    <section class="card" aria-labelledby="funnel">
      <h2 id="funnel">{t("funnel.title")}</h2>
      <ol class="funnel">
        <Step name={t("figure.scans")} part={scans} whole={scans}>
          {count(scans)}
        </Step>
        <Step
          name={t("figure.new")}
          part={visitors}
          whole={scans}
          note={t("funnel.ofScans", { share: share(visitors, scans) || "–" })}
        >
          {count(visitors)}
        </Step>
        <Step
          name={t("figure.seats")}
          part={seats}
          whole={scans}
          note={t("funnel.ofNew", { share: share(seats, visitors) || "–" })}
        >
          {count(seats)}
        </Step>
        <Step
          name={t("figure.joins")}
          part={joins ?? 0}
          whole={scans}
          note={joins === null ? "" : t("funnel.ofSeats", { share: share(joins, seats) || "–" })}
        >
          <Joins of={total} />
        </Step>
      </ol>
      <div class="facts">
        <span>{t("funnel.again", { count: count(again) })}</span>
        <span>{t("funnel.turnedAway", { count: count(turnedAway(total)) })}</span>
        <span>{t("funnel.robots", { count: count(robots) })}</span>
      </div>
      <p class="hint">{t("funnel.hint")}</p>
    </section>
  );
}

interface StepProps {
  name: string;
  part: number;
  whole: number;
  note?: string;
  children: ComponentChildren;
}

function Step({ name, part, whole, note, children }: StepProps) {
  return (
    <li>
      <span class="legend">{name}</span>
      <span class="funnel-count">{children}</span>
      <ShareBar part={part} whole={whole} />
      {note && <span class="hint">{note}</span>}
    </li>
  );
}
