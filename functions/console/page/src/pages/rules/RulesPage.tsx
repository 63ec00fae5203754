import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { getRules, putRules, type RuleSet } from "../../api/rules";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { RuleCard } from "./RuleCard";
import { ruleIn } from "./ruleForm";

export function RulesPage({ community: { community } }: { community: Community }) {
  const t = useText();
  const found = useLoad(() => getRules(community), [community]);
  return (
    <>
      <PageHead title={t("nav.rules")} lead={t("rule.lead")} />
      <Loaded of={found}>{(rules) => <Editor community={community} first={rules} />}</Loaded>
    </>
  );
}

function Editor({ community, first }: { community: string; first: RuleSet }) {
  const t = useText();
  const [current, setCurrent] = useState(first);
  const { version, rules } = current;
  const save = async (answer: Answer) => {
    const wanted = rules.map((rule, place) => ruleIn(rule, place, answer));
    setCurrent(await putRules(community, version, wanted));
  };
  return (
    <fieldset disabled={!useMayChange()}>
      <Form
        submit={t("save")}
        onSubmit={save}
        aside={current !== first && <Alert kind="good">{t("rule.saved", { version })}</Alert>}
      >
        {rules.map((rule, place) => (
          <RuleCard key={rule.name} rule={rule} place={place} />
        ))}
        <p class="hint">{version ? t("rule.version", { version }) : t("rule.builtIn")}</p>
      </Form>
    </fieldset>
  );
}
