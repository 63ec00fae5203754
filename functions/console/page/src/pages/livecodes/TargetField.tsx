import type { NewDestination } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { TextField } from "../../parts/form/inputs";

interface Props {
  kind: NewDestination["kind"];
  value: string | undefined;
  onValue: (value: string) => void;
}

/** The address of a link, or what a QR code says. */
export function TargetField({ kind, ...own }: Props) {
  const t = useText();
  return kind === "link" ? (
    <TextField
      {...own}
      name="target"
      type="url"
      label={t("destination.linkTarget")}
      hint={t("destination.linkHint")}
      maxLength={2000}
      required
      code
    />
  ) : (
    <TextField
      {...own}
      name="target"
      label={t("destination.payload")}
      hint={t("destination.payloadHint")}
      maxLength={2000}
      required
      code
    />
  );
}
