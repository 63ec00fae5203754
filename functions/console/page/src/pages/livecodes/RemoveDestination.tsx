import {
  changeDestination,
  type Destination,
  type LiveCode,
  removeDestination,
} from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Confirm } from "../../parts/Confirm";

interface Props {
  code: string;
  destination: Destination;
  onChange: (code: LiveCode) => void;
}

/** Takes away what was entered by mistake or is over; it is switched off first. */
export function RemoveDestination({ code, destination, onChange }: Props) {
  const t = useText();
  const { id, enabled, taken } = destination;
  const remove = async () => {
    if (enabled) onChange(await changeDestination(code, id, { enabled: false }));
    onChange(await removeDestination(code, id));
  };
  const question = taken > 0 ? "destination.removeTaken" : "destination.removeSure";
  return (
    <Confirm
      label={t("destination.remove")}
      question={t(question, { taken })}
      onYes={remove}
      danger
    />
  );
}
