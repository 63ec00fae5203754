import { useState } from "preact/hooks";
import type { Notice } from "../../api/notices";
import { useSpeech } from "../../i18n/context";
import { tag } from "../../i18n/language";
import { explain } from "../../lib/explain";
import { useMayChange } from "../../lib/session";
import { browserZone } from "../../lib/time";
import { Alert } from "../../parts/Alert";
import { Badge, type Tone } from "../../parts/Badge";
import { Link } from "../../parts/Link";
import { Time } from "../../parts/Time";
import { sentenceOf } from "./sentence";

const TONES: Record<Notice["urgency"], Tone> = { info: "plain", warning: "note", alarm: "bad" };

interface Props {
  notice: Notice;
  zone: string | undefined;
  onFinish: () => Promise<void>;
}

/** One matter: how urgent, what it is, where to go, and that it is done. */
export function NoticeCard({ notice, zone = browserZone(), onFinish }: Props) {
  const { t, language } = useSpeech();
  return (
    <li class="stack">
      <div class="event-head">
        <span class="writer">
          <Badge tone={TONES[notice.urgency]}>{t(`notice.urgency.${notice.urgency}`)}</Badge>
          {notice.is_task && <Badge tone="warm">{t("notice.task")}</Badge>}
        </span>
        <Time at={notice.raised} zone={zone} />
      </div>
      <p class="said">{sentenceOf(notice, { t, zone, tag: tag(language) })}</p>
      <div class="actions">
        <Link to={notice.link} class="button">
          {t("notice.look")}
        </Link>
        {!notice.done && <Finish onFinish={onFinish} />}
      </div>
      <Fate notice={notice} zone={zone} />
    </li>
  );
}

function Fate({ notice: { done, by, told }, zone }: { notice: Notice; zone: string }) {
  const { t } = useSpeech();
  if (!done) return told ? null : <p class="hint">{t("notice.untold")}</p>;
  return (
    <div class="facts">
      <span>{t("notice.doneBy", { who: by || t("notice.itself") })}</span>
      <Time at={done} zone={zone} />
    </div>
  );
}

function Finish({ onFinish }: { onFinish: () => Promise<void> }) {
  const { t } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  if (!useMayChange()) return null;
  const finish = async () => {
    setBusy(true);
    setFailure("");
    try {
      await onFinish();
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void finish()}>
        {t("notice.finish")}
      </button>
      {failure && <Alert kind="bad">{failure}</Alert>}
    </>
  );
}
