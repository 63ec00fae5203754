/** Moments are ms since 1970, UTC; wall times are `YYYY-MM-DDTHH:mm` in a time zone. */

const MINUTE = 60_000;

export function showTime(at: number, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** The wall time that clocks in `zone` show at `at`, as `datetime-local` wants it. */
export function wallTime(at: number, zone: string): string {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);
  return shown.replace(" ", "T");
}

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);

/**
 * The moment at which clocks in `zone` show `wall`. Of two such moments (the hour that is
 * lived twice in autumn) the earlier; for an hour that is skipped in spring, the same number
 * of minutes after the gap began.
 */
export function momentOf(wall: string, zone: string): number {
  const wanted = asUtc(wall);
  const offset = (at: number) => asUtc(wallTime(at, zone)) - Math.floor(at / MINUTE) * MINUTE;
  const day = 24 * 60 * MINUTE;
  const candidates = [wanted - offset(wanted - day), wanted - offset(wanted + day)];
  const exact = candidates.filter((at) => wallTime(at, zone) === wallTime(wanted, "UTC"));
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

export const zones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];

export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
