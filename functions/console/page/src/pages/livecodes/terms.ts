import type { Destination } from "../../api/livecodes";
import { momentOf, wallTime } from "../../lib/time";
import type { Answer } from "../../parts/form/values";

export type Terms = Pick<
  Destination,
  "capacity" | "group" | "way" | "valid_from" | "valid_until" | "note"
>;

/** Of a destination that nothing is known of yet. */
export const NO_TERMS: Terms = {
  capacity: 200,
  group: "",
  way: "",
  valid_from: 0,
  valid_until: 0,
  note: "",
};

/**
 * What was filled in; times are the community's. A field shows minutes: one that shows what was
 * there `before` leaves that as it was, to the millisecond.
 */
export function termsIn(
  answer: Answer,
  kind: Destination["kind"],
  zone: string,
  before = NO_TERMS,
): Terms {
  const moment = (name: "valid_from" | "valid_until") => {
    const [wall, known] = [answer.text(name), before[name]];
    if (known && wall === wallTime(known, zone)) return known;
    return wall ? momentOf(wall, zone) : 0;
  };
  return {
    capacity: kind === "person" ? 0 : answer.number("capacity"),
    group: answer.text("group"),
    way: answer.text("way"),
    valid_from: moment("valid_from"),
    valid_until: moment("valid_until"),
    note: answer.text("note"),
  };
}
