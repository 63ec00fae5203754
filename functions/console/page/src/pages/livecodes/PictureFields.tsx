import { useText } from "../../i18n/context";
import { SelectField, TextField } from "../../parts/form/inputs";

/** What a channel's word may consist of. */
export const CHANNEL = "[\\p{L}\\p{N}_.\\-]{1,40}";

export const FORMS = ["svg", "png", "pdf"] as const;

/** In which format and how large. */
export function PictureFields({ form }: { form: (typeof FORMS)[number] }) {
  const t = useText();
  return (
    <div class="pair">
      <SelectField
        name="form"
        label={t("give.form")}
        value={form}
        options={FORMS.map((it) => [it, t(`give.form.${it}`)])}
      />
      <TextField
        name="size"
        type="number"
        min={10}
        max={1000}
        label={t("give.size")}
        hint={t("give.sizeHint")}
        value={50}
        required
      />
    </div>
  );
}

export function ChannelField() {
  const t = useText();
  return (
    <TextField
      name="channel"
      label={t("give.channel")}
      hint={t("give.channelHint")}
      pattern={CHANNEL}
      code
    />
  );
}
