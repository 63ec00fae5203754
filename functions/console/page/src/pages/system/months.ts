const KEPT = 24;

/** The last months, newest first, as `YYYY-MM` in UTC: as long as the audit is kept. */
export function lastMonths(now: number): string[] {
  const today = new Date(now);
  return Array.from({ length: KEPT }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  );
}
