import { useState } from "preact/hooks";
import { type Account, changeAccount, type SecretForm } from "../../api/accounts";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { SecretFields, secretsIn } from "./SecretFields";

interface Props {
  account: Account;
  fields: readonly SecretForm[];
  again: () => void;
}

/** Renames an account and replaces secrets, which are never shown. */
export function AccountForm({ account, fields, again }: Props) {
  const t = useText();
  const [saved, setSaved] = useState(0);
  const save = async (answer: Answer) => {
    const secrets = secretsIn(fields, answer);
    await changeAccount(account.platform, account.account, { name: answer.text("name"), secrets });
    setSaved(saved + 1);
    again();
  };
  return (
    <section class="card" aria-labelledby="account-form">
      <h2 id="account-form">{t("account.change")}</h2>
      <p class="soft">{t("account.changeLead")}</p>
      <Form key={saved} submit={t("save")} onSubmit={save}>
        {saved > 0 && <Alert kind="good">{t("saved")}</Alert>}
        <TextField
          name="name"
          label={t("account.name")}
          value={account.name}
          maxLength={80}
          required
        />
        <SecretFields platform={account.platform} fields={fields} set={account.fields} />
      </Form>
    </section>
  );
}
