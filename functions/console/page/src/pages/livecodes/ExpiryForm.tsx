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
  /** Saved or given up. */
  onDone: () => void;
}

/** Lets a destination live longer or shorter, and names it. */
export function ExpiryForm({ code, destination, zone, onChange, onDone }: Props) {
  const t = useText();
  const { id, valid_until, note } = destination;
  const save = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const changes = {
      valid_until: until ? momentOf(until, zone) : 0,
      note: answer.text("note"),
    };
    onChange(await changeDestination(code, id, changes));
    onDone();
  };
  const giveUp = (
    <button type="button" class="button" onClick={onDone}>
      {t("cancel")}
    </button>
  );
  return (
    <Form submit={t("save")} onSubmit={save} aside={giveUp}>
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
