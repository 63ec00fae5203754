import { ApiError } from "../../api/client";
import { addRefill, type Level, type RefillReading } from "../../api/refill";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { momentOf, wallTime } from "../../lib/time";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { explainRefill } from "./explain";

interface Props {
  token: string;
  level: Level;
  reading: RefillReading;
  onAdded: (level: Level) => void;
  /** Another group was added since the level was shown. */
  onMoved: () => Promise<void>;
}

/** The group that was recognised, with seats and expiry proposed: one tap takes it. */
export function Found({ token, level, reading, onAdded, onMoved }: Props) {
  const t = useText();
  const { payload, platform, picture, valid_until, here, elsewhere } = reading;
  const { zone, capacity, last } = level;
  const add = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const group = {
      target: payload,
      capacity: answer.number("capacity"),
      valid_until: until ? momentOf(until, zone) : 0,
      after: last,
    };
    try {
      onAdded(await addRefill(token, group));
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) await onMoved();
      throw error;
    }
  };
  return (
    <section class="card stack" aria-labelledby="found">
      <h2 id="found">
        {t(known(`payload.${platform || "unknown"}`) ?? "payload.other")} · {t("refill.group")}
      </h2>
      <img class="refill-code" src={picture} alt={t("picture.drawn")} />
      {here && <Alert kind="bad">{t("refill.here")}</Alert>}
      {elsewhere && <Alert kind="note">{t("refill.elsewhere")}</Alert>}
      {!here && (
        <Form submit={t("refill.use")} onSubmit={add} explainHere={explainRefill}>
          <TextField
            name="capacity"
            type="number"
            min={1}
            max={200000}
            label={t("destination.capacity")}
            hint={t("refill.capacityHint")}
            value={capacity}
            required
          />
          <TextField
            name="valid_until"
            type="datetime-local"
            label={t("destination.validUntil", { zone })}
            hint={valid_until > 0 && t("picture.expiry")}
            value={valid_until ? wallTime(valid_until, zone) : ""}
          />
        </Form>
      )}
    </section>
  );
}
