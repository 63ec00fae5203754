import { useState } from "preact/hooks";
import { createAccount, listPlatforms, type Platform } from "../../api/accounts";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { platformName } from "../../lib/words";
import { navigate, path } from "../../lib/router";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Guide } from "./Guide";
import { SecretFields, secretsIn } from "./SecretFields";

export function NewAccountPage() {
  const t = useText();
  const platforms = useLoad(listPlatforms, []);
  return (
    <>
      <PageHead
        title={t("account.new")}
        back={["/accounts", t("nav.accounts")]}
        lead={t("account.newLead")}
      />
      <Loaded of={platforms}>{(all) => <Filling platforms={all} />}</Loaded>
    </>
  );
}

function Filling({ platforms }: { platforms: Platform[] }) {
  const t = useText();
  const [chosen, setChosen] = useState(platforms[0]!);
  const [account, setAccount] = useState("");
  const { platform, fields } = chosen;
  const create = async (answer: Answer) => {
    const secrets = secretsIn(fields, answer);
    await createAccount({ platform, account, name: answer.text("name"), secrets });
    navigate(path`/accounts/${platform}/${account}`);
  };
  return (
    <div class="beside">
      <Form submit={t("account.create")} onSubmit={create}>
        <SelectField
          name="platform"
          label={t("account.platform")}
          value={platform}
          options={platforms.map((it) => [it.platform, platformName(it.platform, t)])}
          onValue={(value) => setChosen(platforms.find((it) => it.platform === value)!)}
        />
        <TextField name="name" label={t("account.name")} maxLength={80} required />
        <TextField
          name="account"
          label={t("account.key")}
          hint={t("account.keyHint")}
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
          onValue={setAccount}
          required
          code
        />
        <SecretFields key={platform} platform={platform} fields={fields} />
      </Form>
      <Guide platform={platform} callback={`/webhook/${platform}/${account || "…"}`} />
    </div>
  );
}
