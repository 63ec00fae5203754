import type { Counts } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { allJoins } from "../../lib/figures";
import { useNumbers } from "../../lib/numbers";
import { Badge } from "../../parts/Badge";

/** Joins, confirmed and estimated, or that nobody tells of them. */
export function Joins({ of }: { of: Pick<Counts, "joins" | "joins_estimated"> }) {
  const t = useText();
  const { count } = useNumbers();
  const joins = allJoins(of);
  if (joins === null) return <span class="untold">{t("joins.untold")}</span>;
  const estimated = of.joins_estimated ?? 0;
  if (estimated === 0) return <>{count(joins)}</>;
  const words =
    estimated === joins ? t("joins.estimated") : t("joins.partly", { count: count(estimated) });
  return (
    <>
      {count(joins)} <Badge tone="note">{words}</Badge>
    </>
  );
}
