import type { Delivery } from "../../api/records";
import { useText } from "../../i18n/context";
import { Badge, type Tone } from "../../parts/Badge";

const TONES: Record<Delivery["status"], Tone> = {
  pending: "note",
  sending: "plain",
  sent: "good",
  failed: "bad",
  unknown: "note",
};

/** How a delivery stands, in words. */
export function Outcome({ delivery: { status, detail, attempts } }: { delivery: Delivery }) {
  const t = useText();
  return (
    <>
      <Badge tone={TONES[status]}>{t(`delivery.${status}`)}</Badge>
      {attempts > 1 && <span class="hint">{t("delivery.attempts", { count: attempts })}</span>}
      {detail && <span class="hint">{detail}</span>}
      {status === "unknown" && <span class="hint explained">{t("delivery.unknownWhy")}</span>}
      {status === "pending" && <span class="hint explained">{t("delivery.pendingWhy")}</span>}
    </>
  );
}
