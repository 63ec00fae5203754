import type { Destination, PlaceSeats } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Seats } from "../../parts/Seats";
import { LARGEST_TOLD, seatsInUse } from "./seats";

interface Props {
  destination: Destination;
  /** What is known of joins; nothing where they are not told, or not loaded yet. */
  place: PlaceSeats | undefined;
}

/** Who joined and for whom a seat is kept; where no joins are told, how many were handed out. */
export function DestinationSeats({ destination, place }: Props) {
  const t = useText();
  const { taken, capacity, group } = destination;
  if (place?.told) return <Told place={place} seats={capacity} />;
  const why = !group ? "untold" : capacity > LARGEST_TOLD ? "tooMany" : place && "silent";
  return (
    <>
      <Seats taken={taken} seats={capacity} />
      {why && <p class="hint">{t(`seats.${why}`, { most: LARGEST_TOLD })}</p>}
    </>
  );
}

function Told({ place, seats }: { place: PlaceSeats; seats: number }) {
  const t = useText();
  const { members, reserved, free, held, extra, joins, joins_estimated } = place;
  const words = t("seats.told", { members, reserved, free, seats });
  return (
    <>
      <div class="seats">
        <meter
          class="meter"
          min={0}
          max={seats}
          value={Math.min(seats, seatsInUse(place))}
          aria-label={words}
        />
        <span>{words}</span>
      </div>
      <div class="facts">
        {held > 0 && <span>{t("seats.held", { held })}</span>}
        <span>{t("seats.joins", { joins })}</span>
        {joins_estimated > 0 && <span>{t("seats.estimated", { count: joins_estimated })}</span>}
        {extra > 0 && <span>{t("seats.extra", { extra })}</span>}
      </div>
    </>
  );
}
