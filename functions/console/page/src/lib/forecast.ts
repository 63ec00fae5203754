import type { Text } from "../i18n/text";
import { showTime } from "./time";

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Nobody plans by a rate for longer. */
const FARTHEST = 30 * DAY;

export interface Clocks {
  t: Text;
  zone: string;
  /** The language tag for moments. */
  tag: string;
  now?: number;
}

/** When a live code will be full, from now on; a moment that is over is told as it was expected. */
export function forecast(at: number, { t, zone, tag, now = Date.now() }: Clocks): string {
  const moment = showTime(at, zone, tag);
  const minutes = Math.round((at - now) / MINUTE);
  if (at <= now) return moment;
  if (minutes > FARTHEST) return t("forecast.far");
  return t("forecast.in", { span: spanOf(minutes, t), moment });
}

function spanOf(minutes: number, t: Text): string {
  if (minutes < HOUR) return t("forecast.minutes", { count: Math.max(1, minutes) });
  if (minutes < 2 * DAY) return t("forecast.hours", { count: Math.round(minutes / HOUR) });
  return t("forecast.days", { count: Math.round(minutes / DAY) });
}
