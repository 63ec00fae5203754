import { useState } from "preact/hooks";
import { createLoginLink, createOperator, listOperators } from "../../api/people";
import type { Role } from "../../api/session";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { OperatorRow } from "./OperatorRow";
import { RoleField } from "./RoleField";
import { ShownOnce } from "./ShownOnce";

interface Link {
  name: string;
  path: string;
}

export function OperatorsPage() {
  const t = useText();
  const operators = useLoad(listOperators, []);
  const [link, setLink] = useState<Link>();
  const invite = async (answer: Answer) => {
    const invited = await createOperator(answer.text("name"), answer.text("role") as Role);
    setLink({ name: invited.operator.name, path: invited.login_path });
    operators.again();
  };
  const relink = async (name: string) =>
    setLink({ name, path: (await createLoginLink(name)).login_path });
  return (
    <div class="stack">
      <PageHead title={t("nav.operators")} lead={t("operator.lead")} />
      {link && (
        <ShownOnce
          title={t("operator.link", { name: link.name })}
          label={t("operator.linkLabel")}
          value={location.origin + link.path}
        />
      )}
      <Loaded of={operators}>
        {(all) => (
          <ul class="rows">
            {all.map((operator) => (
              <OperatorRow
                key={operator.name}
                operator={operator}
                again={operators.again}
                relink={relink}
              />
            ))}
          </ul>
        )}
      </Loaded>
      <section class="card" aria-labelledby="invite">
        <h2 id="invite">{t("operator.invite")}</h2>
        <Form submit={t("operator.create")} onSubmit={invite} resets>
          <TextField
            name="name"
            label={t("login.name")}
            hint={t("operator.nameHint")}
            maxLength={40}
            autocomplete="off"
            required
          />
          <RoleField />
        </Form>
      </section>
    </div>
  );
}
