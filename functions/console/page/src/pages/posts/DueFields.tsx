import { useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { wallTime } from "../../lib/time";
import { SelectField, TextField } from "../../parts/form/inputs";

const HOUR = 3_600_000;

/** Now, or at a time on the community's clocks. */
export function DueFields({ zone }: { zone: string }) {
  const t = useText();
  const [planned, setPlanned] = useState(false);
  return (
    <>
      <SelectField
        name="when"
        label={t("post.when")}
        value="now"
        onValue={(value) => setPlanned(value === "later")}
        options={[
          ["now", t("post.now")],
          ["later", t("post.later")],
        ]}
      />
      {planned && (
        <TextField
          name="due"
          type="datetime-local"
          label={t("post.due", { zone })}
          hint={t("post.dueHint", { now: wallTime(Date.now(), zone).replace("T", " ") })}
          value={wallTime(Date.now() + HOUR, zone)}
          required
        />
      )}
    </>
  );
}
