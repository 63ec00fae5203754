import { useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { wallTime } from "../../lib/time";
import { SelectField, TextField } from "../../parts/form/inputs";

const HOUR = 3_600_000;
const FURTHEST = 400 * 24 * HOUR;

/** Now, or at a time on the community's clocks. */
export function DueFields({ zone }: { zone: string }) {
  const t = useText();
  const [planned, setPlanned] = useState(false);
  const now = Date.now();
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
          hint={t("post.dueHint", { now: wallTime(now, zone).replace("T", " ") })}
          min={wallTime(now, zone)}
          max={wallTime(now + FURTHEST, zone)}
          value={wallTime(now + HOUR, zone)}
          required
        />
      )}
    </>
  );
}
