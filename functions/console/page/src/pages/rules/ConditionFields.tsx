import type { Rule } from "../../api/rules";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { TextField } from "../../parts/form/inputs";
import { fieldOf } from "./ruleForm";

type Condition = Rule["when"][number];

export function ConditionFields({ rule, place }: { rule: Rule; place: number }) {
  const t = useText();
  return (
    <ul class="conditions">
      {rule.when.map((condition) => {
        const words = known(`check.${condition.check}.asked`);
        return (
          <li key={condition.check}>
            <p>{words ? t(words) : condition.check}</p>
            {condition.check === "newcomer" && <Newcomer condition={condition} place={place} />}
          </li>
        );
      })}
    </ul>
  );
}

function Newcomer({ condition, place }: { condition: Condition; place: number }) {
  const t = useText();
  return (
    <div class="pair">
      <TextField
        name={fieldOf(place, "hours")}
        type="number"
        min={0}
        max={8760}
        label={t("rule.hours")}
        value={Number(condition.hours ?? 72)}
        required
      />
      <TextField
        name={fieldOf(place, "messages")}
        type="number"
        min={0}
        max={10000}
        label={t("rule.messages")}
        hint={t("rule.messagesHint")}
        value={Number(condition.messages ?? 3)}
        required
      />
    </div>
  );
}
