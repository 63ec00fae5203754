import { useState } from "preact/hooks";
import { createToken, listTokens, removeToken, type Token } from "../../api/people";
import type { Role } from "../../api/session";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { Confirm } from "../../parts/Confirm";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Time } from "../../parts/Time";
import { RoleField } from "./RoleField";
import { ShownOnce } from "./ShownOnce";

export function TokensPage() {
  const t = useText();
  const tokens = useLoad(listTokens, []);
  const [secret, setSecret] = useState("");
  const create = async (answer: Answer) => {
    const issued = await createToken(answer.text("name"), answer.text("role") as Role);
    setSecret(issued.secret);
    tokens.again();
  };
  const revoke = async (id: string) => {
    await removeToken(id);
    tokens.again();
  };
  return (
    <div class="stack">
      <PageHead title={t("nav.tokens")} lead={t("token.lead")} />
      {secret && <ShownOnce title={t("token.once")} label={t("token.secret")} value={secret} />}
      <Loaded of={tokens}>
        {(all) => (
          <ul class="rows">
            {all.map((token) => (
              <Row key={token.id} token={token} revoke={revoke} />
            ))}
          </ul>
        )}
      </Loaded>
      <section class="card" aria-labelledby="new-token">
        <h2 id="new-token">{t("token.new")}</h2>
        <Form submit={t("token.create")} onSubmit={create} resets>
          <TextField
            name="name"
            label={t("token.name")}
            hint={t("token.nameHint")}
            maxLength={80}
            required
          />
          <RoleField />
        </Form>
      </section>
    </div>
  );
}

function Row({ token, revoke }: { token: Token; revoke: (id: string) => Promise<void> }) {
  const t = useText();
  return (
    <li class="row">
      <div class="row-main">
        <span class="name">{token.name}</span>
        <div class="facts">
          <span>{t(`role.${token.role}`)}</span>
          <span>{t("token.by", { name: token.created_by })}</span>
          <Time at={token.created} />
        </div>
      </div>
      <Confirm
        label={t("token.revoke")}
        question={t("token.revokeSure", { name: token.name })}
        onYes={() => revoke(token.id)}
        danger
      />
    </li>
  );
}
