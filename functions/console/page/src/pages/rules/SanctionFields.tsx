import { useState } from "preact/hooks";
import type { Rule } from "../../api/rules";
import { useText } from "../../i18n/context";
import { Choice, Choices } from "../../parts/form/Choices";
import { AreaField, TextField } from "../../parts/form/inputs";
import { fieldOf, SANCTIONS } from "./ruleForm";

interface Props {
  rule: Rule;
  place: number;
}

/** Which sanctions follow; at least one. */
export function SanctionFields({ rule, place }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState(SANCTIONS.filter((name) => sanctionOf(rule, name)));
  return (
    <Choices
      label={t("rule.then")}
      name={fieldOf(place, SANCTIONS[0])}
      complaint={t("rule.noSanction")}
    >
      {SANCTIONS.map((name) => (
        <div key={name}>
          <Choice
            name={fieldOf(place, name)}
            checked={chosen.includes(name)}
            required={chosen.length === 0}
            onChecked={(on) =>
              setChosen(SANCTIONS.filter((it) => (it === name ? on : chosen.includes(it))))
            }
          >
            {t(`sanction.${name}`)}
          </Choice>
          {chosen.includes(name) && name === "mute" && <Minutes rule={rule} place={place} />}
          {chosen.includes(name) && name === "warn" && <Words rule={rule} place={place} />}
        </div>
      ))}
    </Choices>
  );
}

const sanctionOf = ({ then }: Rule, name: string) => then.find((it) => it.do === name);

function Minutes({ rule, place }: Props) {
  const t = useText();
  return (
    <div class="inset">
      <TextField
        name={fieldOf(place, "minutes")}
        type="number"
        step="any"
        min={1}
        max={43200}
        label={t("rule.minutes")}
        value={(sanctionOf(rule, "mute")?.seconds ?? 600) / 60}
        required
      />
    </div>
  );
}

function Words({ rule, place }: Props) {
  const t = useText();
  return (
    <div class="inset">
      <AreaField
        name={fieldOf(place, "text")}
        label={t("rule.text")}
        hint={t("rule.textHint")}
        value={sanctionOf(rule, "warn")?.text ?? ""}
        maxLength={500}
        rows={2}
        required
      />
    </div>
  );
}
