import type { Level } from "../../api/refill";
import { useText } from "../../i18n/context";
import { Seats } from "../../parts/Seats";
import { Time } from "../../parts/Time";

/** How full the live code is, and how long it lasts. */
export function LevelView({ level }: { level: Level }) {
  const t = useText();
  const { name, taken, seats, full_at, expires_at, zone } = level;
  return (
    <section class="card stack" aria-labelledby="code">
      <h1 id="code">{name}</h1>
      <Seats taken={taken} seats={seats} />
      <ul class="facts">
        {full_at > 0 && (
          <li>
            {t("refill.fullAt")}
            <Time at={full_at} zone={zone} />
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
