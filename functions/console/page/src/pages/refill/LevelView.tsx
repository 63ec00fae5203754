import type { Level } from "../../api/refill";
import { useSpeech } from "../../i18n/context";
import { tag } from "../../i18n/language";
import { forecast } from "../../lib/forecast";
import { Seats } from "../../parts/Seats";
import { Time } from "../../parts/Time";

/** How full the live code is, and how long it lasts. */
export function LevelView({ level }: { level: Level }) {
  const { t, language } = useSpeech();
  const { name, taken, seats, full_at, expires_at, zone } = level;
  return (
    <section class="card stack" aria-labelledby="code">
      <h1 id="code">{name}</h1>
      <Seats taken={taken} seats={seats} />
      <ul class="facts">
        {full_at > 0 && (
          <li>
            {t("refill.fullAt")}
            {forecast(full_at, { t, zone, tag: tag(language) })}
          </li>
        )}
        {expires_at > 0 && (
          <li>
            {t("refill.expiresAt")}
            <Time at={expires_at} zone={zone} />
          </li>
        )}
      </ul>
    </section>
  );
}
