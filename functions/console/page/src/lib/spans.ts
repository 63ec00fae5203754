import type { By } from "../api/statistics";

const DAY = { weekday: "short", day: "numeric", month: "short" } as const;
const DATE = { day: "numeric", month: "short" } as const;
const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** When an hour or day began, on clocks in `zone`; hours of one day need not tell it. */
export function showSpan(
  start: number,
  by: By,
  oneDay: boolean,
  zone: string,
  language: string,
): string {
  const parts = by === "day" ? DAY : oneDay ? HOUR : { ...DAY, ...HOUR };
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...parts }).format(start);
}

/** The same where there is little room. */
export function showSpanShortly(
  start: number,
  oneDay: boolean,
  zone: string,
  language: string,
): string {
  const parts = oneDay ? HOUR : DATE;
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...parts }).format(start);
}
