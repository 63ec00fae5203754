import { useState } from "preact/hooks";
import type { LiveCode } from "../../api/livecodes";
import type { Way } from "../../api/ways";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { WayForm } from "./WayForm";
import { WayProgress } from "./WayProgress";

interface Props {
  code: LiveCode;
  zone: string;
  onChange: (code: LiveCode) => void;
}

/** Lets a bot open the next way into a group, or leaves that to people as a task. */
export function WayPart({ code, zone, onChange }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Way>();
  const done = (way: Way) => {
    setAsked(way);
    setOpen(false);
  };
  return (
    <section class="card stack" aria-labelledby="way">
      <h2 id="way">{t("way.title")}</h2>
      <p class="hint">{t("way.lead")}</p>
      {asked?.task && <Alert kind="good">{t("way.taskLeft")}</Alert>}
      {asked?.way && (
        <WayProgress key={asked.way} code={code} way={asked.way} onChange={onChange} />
      )}
      {open ? (
        <WayForm code={code} zone={zone} onDone={done} onGiveUp={() => setOpen(false)} />
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t("way.open")}
          </button>
        </div>
      )}
    </section>
  );
}
