/** Ranges of whole days on the community's clocks; a day is `YYYY-MM-DD`. */
import type { By } from "../api/statistics";
import { momentOf, wallTime } from "./time";

export type RangeName = "today" | "week" | "month" | "own";

export interface Range {
  name: RangeName;
  /** First and last day of an own range. */
  from: string;
  to: string;
  by: By;
}

export const MOST_DAYS = 92;
/** Longer ranges have too many hours to be looked at one by one. */
export const MOST_DAYS_BY_HOUR = 7;

const DAY = 86_400_000;
const LAST_DAYS = { today: 1, week: 7, month: 30 };

const asUtc = (day: string): number => Date.parse(`${day}T00:00Z`);

/** The day `days` later. */
export const later = (day: string, days: number): string =>
  new Date(asUtc(day) + days * DAY).toISOString().slice(0, 10);

export const todayIn = (zone: string, now: number): string => wallTime(now, zone).slice(0, 10);

/** How many days there are from the first to the last, both among them. */
export const daysIn = (from: string, to: string): number => (asUtc(to) - asUtc(from)) / DAY + 1;

/** First and last day at this moment. */
export function daysOf({ name, from, to }: Range, zone: string, now: number): [string, string] {
  if (name === "own") return [from, to];
  const today = todayIn(zone, now);
  return [later(today, 1 - LAST_DAYS[name]), today];
}

/** From which moment on, and before which one. */
export function momentsOf(range: Range, zone: string, now: number): [number, number] {
  const [from, to] = daysOf(range, zone, now);
  return [momentOf(`${from}T00:00`, zone), momentOf(`${later(to, 1)}T00:00`, zone)];
}

/** A range by its name, in spans that suit its length. */
export const named = (name: Exclude<RangeName, "own">): Range => ({
  name,
  from: "",
  to: "",
  by: name === "today" ? "hour" : "day",
});

export const own = (from: string, to: string): Range => ({
  name: "own",
  from,
  to,
  by: daysIn(from, to) <= 2 ? "hour" : "day",
});
