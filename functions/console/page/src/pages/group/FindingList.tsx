import type { Finding } from "../../api/records";
import { useText } from "../../i18n/context";
import { reason } from "../../i18n/findings";
import { checkName } from "../../lib/words";

/** Which checks hit and which did not, and why. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useText();
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={finding.check} class={finding.hit ? "hit" : "miss"}>
          <span class="mark">{t(finding.hit ? "finding.hit" : "finding.miss")}</span>
          <span>
            <b>{checkName(finding.check, t)}</b>
            {t("colon")}
            {reason(finding, t)}
          </span>
        </li>
      ))}
    </ul>
  );
}
