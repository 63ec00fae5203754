import type { Ruling } from "../../api/records";
import { useText } from "../../i18n/context";
import { ruleName } from "../../lib/words";
import { Badge } from "../../parts/Badge";
import { FindingList } from "./FindingList";

/** What one rule said. */
export function RulingPart({ ruling }: { ruling: Ruling }) {
  const t = useText();
  return (
    <section class="ruling">
      <h2>
        {ruleName(ruling.rule, t)}
        <Badge tone={ruling.fired ? "warm" : "plain"}>
          {t(ruling.fired ? "ruling.fired" : "ruling.notFired")}
        </Badge>
        {ruling.mode === "dry-run" && <Badge tone="note">{t("ruling.dryRun")}</Badge>}
      </h2>
      <FindingList findings={ruling.findings} />
    </section>
  );
}
