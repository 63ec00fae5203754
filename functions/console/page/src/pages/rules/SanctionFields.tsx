import { useState } from "preact/hooks";
import type { Rule } from "../../api/rules";
import { useText } from "../../i18n/context";
import { AreaField, CheckField, TextField } from "../../parts/form/inputs";
import { fieldOf, SANCTIONS, type SanctionName } from "./ruleForm";

type Sanction = Rule["then"][number];

export function SanctionFields({ rule, place }: { rule: Rule; place: number }) {
  return (
    <div class="choices">
      {SANCTIONS.map((name) => (
        <Choice key={name} name={name} sanction={rule.then.find((it) => it.do === name)} place={place} />
      ))}
    </div>
  );
}

interface Props {
  name: SanctionName;
  /** As the rule has it now, if it has it. */
  sanction: Sanction | undefined;
  place: number;
}

function Choice({ name, sanction, place }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState(sanction !== undefined);
  return (
    <>
      <CheckField
        name={fieldOf(place, name)}
        label={t(`sanction.${name}`)}
        checked={chosen}
        onChecked={setChosen}
      />
      {chosen && name === "mute" && (
        <div class="inset">
          <TextField
            name={fieldOf(place, "minutes")}
            type="number"
            step="any"
            min={1}
            max={43200}
            label={t("rule.minutes")}
            value={(sanction?.seconds ?? 600) / 60}
            required
          />
        </div>
      )}
      {chosen && name === "warn" && (
        <div class="inset">
          <AreaField
            name={fieldOf(place, "text")}
            label={t("rule.text")}
            hint={t("rule.textHint")}
            value={sanction?.text ?? ""}
            maxLength={500}
            rows={2}
            required
          />
        </div>
      )}
    </>
  );
}
