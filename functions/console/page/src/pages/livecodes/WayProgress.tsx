import { useCallback, useEffect } from "preact/hooks";
import { getLiveCode, type LiveCode } from "../../api/livecodes";
import type { Delivery } from "../../api/records";
import { deliveriesOfWay } from "../../api/ways";
import { useText } from "../../i18n/context";
import { useEvery, useLoad } from "../../lib/load";
import { sentenceOf } from "../../lib/words";
import { Alert } from "../../parts/Alert";
import { Loaded } from "../../parts/Loaded";
import { Outcome } from "../group/Outcome";

interface Props {
  code: LiveCode;
  way: string;
  onChange: (code: LiveCode) => void;
}

interface Seen {
  deliveries: Delivery[];
  code: LiveCode;
}

/** Looks every few seconds until the way that was ordered is among the destinations. */
export function WayProgress({ code, way, onChange }: Props) {
  const t = useText();
  const there = code.destinations.some((one) => one.way === way);
  const found = useLoad<Seen>(
    async () => ({
      deliveries: await deliveriesOfWay(code.code, way),
      code: await getLiveCode(code.code),
    }),
    [way],
  );
  const seen = found.load.state === "ready" ? found.load.value.code : undefined;
  useEffect(() => {
    if (seen?.destinations.some((one) => one.way === way)) onChange(seen);
  }, [seen]);
  useEvery(
    3,
    useCallback(() => !there && found.again(), [there, found.again]),
  );
  if (there) return <Alert kind="good">{t("way.there", { way })}</Alert>;
  return (
    <Loaded of={found}>
      {({ deliveries }) => (
        <div class="stack" role="status">
          <p>{t("way.ordered", { way })}</p>
          {deliveries.map((delivery) => (
            <div class="outcome" key={delivery.id}>
              <span>{sentenceOf(delivery.action, t)}</span>
              <Outcome delivery={delivery} />
            </div>
          ))}
        </div>
      )}
    </Loaded>
  );
}
