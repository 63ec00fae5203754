import type { Statistics } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { useNumbers } from "../../lib/numbers";
import { Time } from "../../parts/Time";

interface Props {
  statistics: Statistics;
  again: () => void;
}

/** Up to when everything is counted, and what is not yet. */
export function Freshness({ statistics: { at, time_zone, uncounted }, again }: Props) {
  const t = useText();
  const { count } = useNumbers();
  return (
    <div class="fresh" role="status">
      <p class="hint">
        {uncounted === 0 ? t("fresh.all") : t("fresh.waiting", { count: count(uncounted) })}
        <Time at={at} zone={time_zone} /> {t("fresh.late", { zone: time_zone })}
      </p>
      <button type="button" class="button small" onClick={again}>
        {t("refresh")}
      </button>
    </div>
  );
}
