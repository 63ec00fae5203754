import type { Group } from "../../api/groups";
import { changeDestination, type Destination, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { TermsFields } from "./TermsFields";
import { termsIn } from "./terms";

interface Props {
  code: string;
  destination: Destination;
  zone: string;
  groups: Group[];
  onChange: (code: LiveCode) => void;
  /** Saved or given up. */
  onDone: () => void;
}

/** Everything of a destination but where it leads: that would be another one. */
export function ChangeForm({ code, destination, zone, groups, onChange, onDone }: Props) {
  const t = useText();
  const { id, kind, note } = destination;
  const save = async (answer: Answer) => {
    onChange(await changeDestination(code, id, termsIn(answer, kind, zone, destination)));
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
      <TermsFields
        kind={kind}
        terms={destination}
        zone={zone}
        groups={groups}
        capacityHint={t("destination.capacityStays")}
        untilHint={t("destination.untilStays")}
        kept={destination.valid_until}
      />
    </Form>
  );
}
