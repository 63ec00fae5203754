import { useState } from "preact/hooks";
import { changeDestination, type Destination, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useMayChange } from "../../lib/session";
import { Badge } from "../../parts/Badge";
import { Confirm } from "../../parts/Confirm";
import { Seats } from "../../parts/Seats";
import { Time } from "../../parts/Time";
import { ExpiryForm } from "./ExpiryForm";

interface Props {
  code: string;
  destination: Destination;
  zone: string;
  onChange: (code: LiveCode) => void;
}

export function DestinationCard({ code, destination, zone, onChange }: Props) {
  const t = useText();
  const mayChange = useMayChange();
  const [editing, setEditing] = useState(false);
  const { id, kind, target, note, picture, taken, capacity, valid_until, enabled } = destination;
  const toggle = async () => onChange(await changeDestination(code, id, { enabled: !enabled }));
  return (
    <li class="destination">
      {picture && <img src={picture} alt={t("destination.picture")} />}
      <div class="stack">
        <div class="writer">
          <b>{note || t(`destination.${kind}`)}</b>
          <State destination={destination} />
        </div>
        <code class="soft">{target}</code>
        {kind !== "person" && <Seats taken={taken} seats={capacity} />}
        <div class="facts">
          <span>
            {t("destination.until")}
            {valid_until ? <Time at={valid_until} zone={zone} /> : t("destination.always")}
          </span>
        </div>
        {mayChange && !editing && (
          <div class="actions">
            <Confirm
              label={t(enabled ? "destination.switchOff" : "destination.switchOn")}
              question={t(enabled ? "destination.switchOffSure" : "destination.switchOnSure")}
              onYes={toggle}
            />
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {t("destination.change")}
            </button>
          </div>
        )}
        {editing && (
          <ExpiryForm
            code={code}
            destination={destination}
            zone={zone}
            onChange={onChange}
            onDone={() => setEditing(false)}
          />
        )}
      </div>
    </li>
  );
}

function State({ destination }: { destination: Destination }) {
  const { enabled, open, taken, capacity, kind } = destination;
  const t = useText();
  if (!enabled) return <Badge>{t("destination.off")}</Badge>;
  if (!open) return <Badge tone="bad">{t("destination.expired")}</Badge>;
  if (kind !== "person" && taken >= capacity)
    return <Badge tone="note">{t("destination.full")}</Badge>;
  return <Badge tone="good">{t("destination.open")}</Badge>;
}
