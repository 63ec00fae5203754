import { useState } from "preact/hooks";
import { addDestination, type LiveCode, type NewDestination } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { momentOf } from "../../lib/time";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { PayloadField } from "./PayloadField";

type Kind = NewDestination["kind"];

interface Props {
  code: string;
  zone: string;
  onChange: (code: LiveCode) => void;
}

export function DestinationForm({ code, zone, onChange }: Props) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("qr");
  const [added, setAdded] = useState(0);
  const add = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const wanted = {
      kind,
      target: answer.text("target"),
      capacity: kind === "person" ? 0 : answer.number("capacity"),
      platform: "",
      valid_from: 0,
      valid_until: until ? momentOf(until, zone) : 0,
      note: answer.text("note"),
    };
    onChange(await addDestination(code, wanted));
    setAdded(added + 1);
  };
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{t("destination.add")}</h2>
      <Form key={added} submit={t("destination.add")} onSubmit={add}>
        <SelectField
          name="kind"
          label={t("destination.kind")}
          value={kind}
          onValue={(value) => setKind(value as Kind)}
          options={[
            ["qr", t("destination.qr")],
            ["link", t("destination.link")],
            ["person", t("destination.person")],
          ]}
        />
        {kind !== "link" ? (
          <PayloadField />
        ) : (
          <TextField
            name="target"
            type="url"
            label={t("destination.linkTarget")}
            hint={t("destination.linkHint")}
            maxLength={2000}
            required
            code
          />
        )}
        <div class="pair">
          <TextField
            name="capacity"
            type="number"
            min={1}
            max={200000}
            label={t("destination.capacity")}
            hint={t("destination.capacityHint")}
            value={200}
            required
          />
          <TextField
            name="valid_until"
            type="datetime-local"
            label={t("destination.validUntil", { zone })}
            hint={kind === "qr" ? t("destination.qrExpiry") : undefined}
          />
        </div>
        <TextField
          name="note"
          label={t("destination.note")}
          hint={t("destination.noteHint")}
          maxLength={200}
        />
      </Form>
    </section>
  );
}
