import type { Destination, PlaceSeats } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Badge } from "../../parts/Badge";
import { hasRoom } from "./seats";

interface Props {
  destination: Destination;
  place: PlaceSeats | undefined;
}

/** Whether visitors are led there, and if not, why. */
export function DestinationState({ destination, place }: Props) {
  const { enabled, open, kind, valid_from } = destination;
  const t = useText();
  if (!enabled) return <Badge>{t("destination.off")}</Badge>;
  if (!open && valid_from > Date.now()) return <Badge tone="note">{t("destination.later")}</Badge>;
  if (!open) return <Badge tone="bad">{t("destination.expired")}</Badge>;
  if (kind !== "person" && !hasRoom(destination, place))
    return <Badge tone="note">{t("destination.full")}</Badge>;
  return <Badge tone="good">{t("destination.open")}</Badge>;
}
