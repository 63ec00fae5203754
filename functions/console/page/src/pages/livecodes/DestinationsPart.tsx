import { useEffect, useRef } from "preact/hooks";
import type { Group } from "../../api/groups";
import type { LiveCode, Seats as KnownSeats } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { explain } from "../../lib/explain";
import type { Load } from "../../lib/load";
import { Alert } from "../../parts/Alert";
import { Seats } from "../../parts/Seats";
import { WaitingNote } from "../contacts/WaitingNote";
import { DestinationCard } from "./DestinationCard";
import { hasRoom } from "./seats";

interface Props {
  code: LiveCode;
  seats: Load<KnownSeats>;
  groups: Group[];
  zone: string;
  onChange: (code: LiveCode) => void;
}

/** All destinations, how full they are, and who finds no room. */
export function DestinationsPart({ code, seats, groups, zone, onChange }: Props) {
  const t = useText();
  const places = seats.state === "ready" ? seats.value.destinations : [];
  const placeOf = (id: string) => places.find(({ destination }) => destination === id);
  const { destinations } = code;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(destinations.length);
  useEffect(() => {
    // A button is gone that was pressed: the keyboard goes on at the head of the list.
    if (destinations.length < before.current) heading.current?.focus();
    before.current = destinations.length;
  }, [destinations.length]);
  const helped = destinations.some((one) => one.open && one.kind === "person");
  const title = code.order === "ordered" ? "livecode.inOrder" : "livecode.emptiestFirst";
  return (
    <section class="stack" aria-labelledby="destinations">
      <h2 id="destinations" ref={heading} tabIndex={-1}>
        {t(title)}
      </h2>
      <div class="facts">
        <span>{t("livecode.scans", { count: code.scans })}</span>
        <span>{t("livecode.robots", { count: code.robots })}</span>
      </div>
      <Seats taken={code.taken} seats={code.seats} />
      {!code.archived &&
        seats.state !== "loading" &&
        !destinations.some((one) => one.open && hasRoom(one, placeOf(one.id))) && (
          <Alert kind="note">{t(helped ? "livecode.helperOnly" : "livecode.noRoom")}</Alert>
        )}
      {seats.state === "failed" && <Alert kind="bad">{explain(seats.error, t)}</Alert>}
      <WaitingNote community={code.community} code={code.code} />
      <ol class="rows">
        {destinations.map((destination) => (
          <DestinationCard
            key={destination.id}
            code={code}
            destination={destination}
            place={placeOf(destination.id)}
            zone={zone}
            groups={groups}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  );
}
