import { useState } from "preact/hooks";
import { type Level, lookAtRefill, readRefill, type RefillReading } from "../../api/refill";
import { useText } from "../../i18n/context";
import { sendable } from "../../lib/sendable";
import { Alert } from "../../parts/Alert";
import { explainRefill } from "./explain";
import { Choose } from "./Choose";
import { Found } from "./Found";
import { LevelView } from "./LevelView";

/** Level, one button, what was found, one tap, and the new level. */
export function Refilling({ token, first }: { token: string; first: Level }) {
  const t = useText();
  const [level, setLevel] = useState(first);
  const [reading, setReading] = useState<RefillReading>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [done, setDone] = useState(false);

  const read = async (picture: File) => {
    setBusy(true);
    setDone(false);
    setRefusal("");
    setReading(undefined);
    try {
      setReading(await readRefill(token, await sendable(picture)));
    } catch (error) {
      setRefusal(explainRefill(error, t));
    } finally {
      setBusy(false);
    }
  };
  const added = (fresh: Level) => {
    setLevel(fresh);
    setReading(undefined);
    setDone(true);
  };
  // The answer to the tap matters more than a level that cannot be shown.
  const look = () => lookAtRefill(token).then(setLevel, () => undefined);

  return (
    <>
      {done && <Alert kind="good">{t("refill.done")}</Alert>}
      <LevelView level={level} />
      {refusal && <Alert kind="bad">{refusal}</Alert>}
      {reading && (
        <Found
          key={reading.payload}
          token={token}
          level={level}
          reading={reading}
          onAdded={added}
          onMoved={look}
        />
      )}
      <Choose
        busy={busy}
        again={reading || refusal ? "other" : done ? "more" : ""}
        onPicture={read}
      />
      <p class="hint">{t("refill.what")}</p>
    </>
  );
}
