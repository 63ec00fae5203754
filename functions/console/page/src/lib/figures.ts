/** Numbers as they are shown, and what is reckoned from figures. */
import type { Counts } from "../api/statistics";

export const showCount = (count: number, language: string): string =>
  new Intl.NumberFormat(language).format(count);

/** A part of a whole in percent; empty when there is no whole. */
export function showShare(part: number, whole: number, language: string): string {
  if (whole <= 0) return "";
  const form = { style: "percent", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, form).format(part / whole);
}

/** Confirmed and estimated joins together; null when nobody tells of joins. */
export const allJoins = ({ joins, joins_estimated }: Joined): number | null =>
  joins === null ? null : joins + (joins_estimated ?? 0);

type Joined = Pick<Counts, "joins" | "joins_estimated">;

/** New visitors for whom there was no seat. */
export const turnedAway = ({ new: visitors, seats }: Pick<Counts, "new" | "seats">): number =>
  Math.max(0, visitors - seats);

/** Where an axis may end that holds `most`: even, so that its middle is whole too. */
export function axisEnd(most: number): number {
  let unit = 1;
  while (most > 10 * unit) unit *= 10;
  return [2, 4, 6, 8, 10].map((it) => it * unit).find((it) => it >= most) ?? 10 * unit;
}
