import type { Rule } from "../../api/rules";
import { useText } from "../../i18n/context";
import { ruleName } from "../../lib/words";
import { SelectField } from "../../parts/form/inputs";
import { ConditionFields } from "./ConditionFields";
import { fieldOf } from "./ruleForm";
import { SanctionFields } from "./SanctionFields";

/** One rule: when it fires, what follows, and whether it acts at all. */
export function RuleCard({ rule, place }: { rule: Rule; place: number }) {
  const t = useText();
  return (
    <section class="card rule" aria-labelledby={fieldOf(place, "title")}>
      <h2 id={fieldOf(place, "title")}>{ruleName(rule.name, t)}</h2>
      <SelectField
        name={fieldOf(place, "mode")}
        label={t("rule.mode")}
        hint={t("rule.modeHint")}
        value={rule.mode}
        options={[
          ["on", t("rule.mode.on")],
          ["dry-run", t("rule.mode.dry-run")],
          ["off", t("rule.mode.off")],
        ]}
      />
      <fieldset class="group">
        <legend class="legend">{t("rule.when")}</legend>
        <ConditionFields rule={rule} place={place} />
      </fieldset>
      <SanctionFields rule={rule} place={place} />
    </section>
  );
}
