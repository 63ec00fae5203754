import { useState } from "preact/hooks";
import { changeDestination, type Destination, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { momentOf, wallTime } from "../../lib/time";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";

interface Props {
  code: string;
  destination: Destination;
  zone: string;
  onChange: (code: LiveCode) => void;
}

/** Lets a destination live longer or shorter, and names it. Closed until asked for. */
export function ExpiryForm({ code, destination, zone, onChange }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { id, valid_until, note } = destination;
  const save = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const changes = {
      valid_until: until ? momentOf(until, zone) : 0,
      note: answer.text("note"),
    };
    onChange(await changeDestination(code, id, changes));
    setOpen(false);
  };
  if (!open) {
    return (
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t("destination.change")}
      </button>
    );
  }
  return (
    <Form
      submit={t("save")}
      onSubmit={save}
      aside={
        <button type="button" class="button" onClick={() => setOpen(false)}>
          {t("cancel")}
        </button>
      }
    >
      <TextField name="note" label={t("destination.note")} value={note} maxLength={200} />
      <TextField
        name="valid_until"
        type="datetime-local"
        label={t("destination.validUntil", { zone })}
        value={valid_until ? wallTime(valid_until, zone) : ""}
      />
    </Form>
  );
}
