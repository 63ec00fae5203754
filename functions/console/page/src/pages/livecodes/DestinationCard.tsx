import { useState } from "preact/hooks";
import type { Group } from "../../api/groups";
import {
  changeDestination,
  type Destination,
  type LiveCode,
  type PlaceSeats,
} from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useMayChange } from "../../lib/session";
import { Confirm } from "../../parts/Confirm";
import { Time } from "../../parts/Time";
import { ChangeForm } from "./ChangeForm";
import { DestinationSeats } from "./DestinationSeats";
import { DestinationState } from "./DestinationState";
import { MoveDestination } from "./MoveDestination";
import { RemoveDestination } from "./RemoveDestination";

interface Props {
  code: LiveCode;
  destination: Destination;
  place: PlaceSeats | undefined;
  zone: string;
  groups: Group[];
  onChange: (code: LiveCode) => void;
}

export function DestinationCard({ code, destination, place, zone, groups, onChange }: Props) {
  const t = useText();
  const mayChange = useMayChange();
  const [editing, setEditing] = useState(false);
  const { id, kind, target, note, picture, enabled } = destination;
  const toggle = async () =>
    onChange(await changeDestination(code.code, id, { enabled: !enabled }));
  return (
    <li class="destination">
      {picture && <img src={picture} alt={t("destination.picture")} />}
      <div class="stack">
        <div class="writer">
          <b>{note || t(`destination.${kind}`)}</b>
          <DestinationState destination={destination} place={place} />
        </div>
        <code class="soft">{target}</code>
        {kind !== "person" && <DestinationSeats destination={destination} place={place} />}
        <Facts destination={destination} zone={zone} groups={groups} />
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
            <MoveDestination code={code} id={id} onChange={onChange} />
            <RemoveDestination code={code.code} destination={destination} onChange={onChange} />
          </div>
        )}
        {editing && (
          <ChangeForm
            code={code.code}
            destination={destination}
            zone={zone}
            groups={groups}
            onChange={onChange}
            onDone={() => setEditing(false)}
          />
        )}
      </div>
    </li>
  );
}

function Facts({ destination, zone, groups }: Pick<Props, "destination" | "zone" | "groups">) {
  const t = useText();
  const { group, way, valid_from, valid_until } = destination;
  const name = groups.find((one) => one.group === group)?.name ?? group;
  return (
    <div class="facts">
      {group && <span>{t("destination.intoGroup", { group: name })}</span>}
      {way && <span>{t("destination.byWay", { way })}</span>}
      {valid_from > 0 && (
        <span>
          {t("destination.from")}
          <Time at={valid_from} zone={zone} />
        </span>
      )}
      <span>
        {t("destination.until")}
        {valid_until ? <Time at={valid_until} zone={zone} /> : t("destination.always")}
      </span>
    </div>
  );
}
