import { useState } from "preact/hooks";
import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { Choice, Choices } from "../../parts/form/Choices";
import { Form } from "../../parts/form/Form";
import { SelectField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { mayBeTold } from "./seats";

interface Props {
  code: LiveCode;
  /** Share of tickets that lead to a join at most; null while not learned. */
  rate: number | null | undefined;
  onChange: (code: LiveCode) => void;
}

/** In which order groups are filled, and whether more visitors are led there than seats are left. */
export function FillingPart({ code, rate, onChange }: Props) {
  const t = useText();
  const [saved, setSaved] = useState(false);
  const save = async (answer: Answer) => {
    const order = answer.text("order") as LiveCode["order"];
    const overbooking = answer.ticked("overbooking");
    onChange(await changeLiveCode(code.code, { order, overbooking }));
    setSaved(true);
  };
  return (
    <section class="card" aria-labelledby="filling">
      <h2 id="filling">{t("filling.title")}</h2>
      <div onInput={() => setSaved(false)}>
        <Form submit={t("save")} onSubmit={save}>
          <SelectField
            name="order"
            label={t("filling.order")}
            value={code.order}
            options={[
              ["ordered", t("filling.ordered")],
              ["least-filled", t("filling.leastFilled")],
            ]}
          />
          <Choices label={t("overbooking.title")} name="overbooking">
            <Choice name="overbooking" checked={code.overbooking} onChecked={() => setSaved(false)}>
              {t("overbooking.on")}
            </Choice>
            <p class="hint">{t("overbooking.why")}</p>
            <Learned code={code} rate={rate} />
          </Choices>
          {saved && <Alert kind="good">{t("saved")}</Alert>}
        </Form>
      </div>
    </section>
  );
}

function Learned({ code, rate }: Pick<Props, "code" | "rate">) {
  const t = useText();
  if (!code.destinations.some((one) => mayBeTold(one) && one.way))
    return <p class="hint">{t("overbooking.untold")}</p>;
  if (rate === undefined) return null;
  if (rate === null) return <p class="hint">{t("overbooking.notLearned")}</p>;
  return (
    <p>
      <b>{t("overbooking.learned", { of100: Math.ceil(rate * 100) })}</b>
    </p>
  );
}
