import type { Happening } from "../../api/records";
import { useText } from "../../i18n/context";
import { type Upshot, upshot, wouldBe } from "../../lib/verdicts";
import { Badge, type Tone } from "../../parts/Badge";
import { FindingList } from "./FindingList";
import { Followed } from "./Followed";
import { RulingPart } from "./RulingPart";

const TONES: Record<Upshot, Tone> = {
  acted: "warm",
  exempt: "note",
  dryRun: "note",
  clean: "good",
};

interface Props {
  happening: Happening;
  capabilities: readonly string[];
}

/** What all checks said, in words, and what followed; closed when nothing was found. */
export function VerdictPart({ happening, capabilities }: Props) {
  const t = useText();
  const { event, deliveries } = happening;
  const { verdict, member, name } = event;
  const names = member && name ? { [member]: name } : {};
  if (!verdict) {
    return (
      <p class="facts">
        <Badge>{t("verdict.none")}</Badge> {t("verdict.noneWhy")}
      </p>
    );
  }
  const came = upshot(verdict);
  return (
    <details class="verdict" open={came !== "clean"}>
      <summary>
        <Badge tone={TONES[came]}>{t(`verdict.${came}`)}</Badge>
        <span>{t("verdict.why")}</span>
      </summary>
      {verdict.rulings.length === 0 && <p>{t("verdict.noRules")}</p>}
      {verdict.rulings.map((ruling) => (
        <RulingPart key={ruling.rule} ruling={ruling} />
      ))}
      <FindingList findings={[verdict.exempt]} />
      {came === "acted" && (
        <Followed
          title={t("verdict.followed")}
          actions={verdict.actions}
          deliveries={deliveries}
          capabilities={capabilities}
          names={names}
        />
      )}
      {(came === "dryRun" || came === "exempt") && (
        <Followed title={t("verdict.would")} actions={wouldBe(verdict)} names={names} />
      )}
      <p class="hint">
        {verdict.version
          ? t("verdict.version", { version: verdict.version })
          : t("verdict.builtIn")}
      </p>
    </details>
  );
}
