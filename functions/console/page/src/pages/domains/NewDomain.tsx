import { useState } from "preact/hooks";
import type { Domain } from "../../api/domains";
import { useText } from "../../i18n/context";
import { troubleName } from "../../lib/words";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";

interface Props {
  /** Enters the domain of that name; what it was entered as. */
  add: (name: string) => Promise<Domain | undefined>;
}

export function NewDomain({ add }: Props) {
  const t = useText();
  const [entered, setEntered] = useState<Domain>();
  const off = entered?.state === "off" && entered;
  return (
    <section class="card" aria-labelledby="new-domain">
      <h2 id="new-domain">{t("domain.new")}</h2>
      {off && (
        <Alert kind="note">
          {t("domain.enteredOff", { host: off.host, why: troubleName(off.why ?? "", t) })}
        </Alert>
      )}
      <Form
        submit={t("domain.create")}
        onSubmit={async (answer) => setEntered(await add(answer.text("domain")))}
        resets
      >
        <TextField
          name="domain"
          label={t("domain.name")}
          hint={t("domain.nameHint")}
          maxLength={300}
          autocomplete="off"
          required
        />
      </Form>
    </section>
  );
}
