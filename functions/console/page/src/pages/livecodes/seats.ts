import {
  type Destination,
  getSeats,
  type LiveCode,
  type PlaceSeats,
  type Seats,
} from "../../api/livecodes";
import { useLoad } from "../../lib/load";

/** Destinations with more seats are never told who joins. */
export const LARGEST_TOLD = 2000;

const NONE: Seats = { join_rate: null, destinations: [] };

/** Whether joins of a destination may be told: Hearth is in its group. */
export const mayBeTold = ({ kind, group, capacity }: Destination) =>
  kind !== "person" && group !== "" && capacity <= LARGEST_TOLD;

/** What is known of a code's seats; no request where nothing can be. */
export function useSeats({ code, version, destinations }: LiveCode) {
  const ask = () => (destinations.some(mayBeTold) ? getSeats(code) : Promise.resolve(NONE));
  return useLoad(ask, [code, version]);
}

/** Whether another visitor may be led there, as far as seats go. */
export const hasRoom = ({ kind, taken, capacity }: Destination, place?: PlaceSeats) =>
  kind !== "person" && taken < capacity + (place?.extra ?? 0);

/** Seats that somebody holds or waits for, not those that were only handed out. */
export const seatsInUse = ({ held, members, reserved }: PlaceSeats) => held + members + reserved;
