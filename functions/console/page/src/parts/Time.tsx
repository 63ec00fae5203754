import { useSpeech } from "../i18n/context";
import { tag } from "../i18n/language";
import { browserZone, showTime } from "../lib/time";

/** A moment as clocks show it in the community's zone, or in the browser's where there is none. */
export function Time({ at, zone = browserZone() }: { at: number; zone?: string }) {
  const { language } = useSpeech();
  return (
    <time dateTime={new Date(at).toISOString()} title={zone}>
      {showTime(at, zone, tag(language))}
    </time>
  );
}
