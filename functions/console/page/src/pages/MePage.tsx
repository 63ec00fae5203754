import { useState } from "preact/hooks";
import { setPassword } from "../api/session";
import { useText } from "../i18n/context";
import { useSession } from "../lib/session";
import { Alert } from "../parts/Alert";
import { Form } from "../parts/form/Form";
import { TextField } from "../parts/form/inputs";
import type { Answer } from "../parts/form/values";
import { PageHead } from "../parts/PageHead";

export function MePage() {
  const t = useText();
  const { session, renew } = useSession();
  const [saved, setSaved] = useState(false);
  const byLink = session.via === "link";
  const save = async (answer: Answer) => {
    const current = byLink ? undefined : answer.raw("current");
    renew(await setPassword(answer.raw("password"), current));
    setSaved(true);
  };
  return (
    <>
      <PageHead title={t("nav.me")} lead={t("me.lead")} />
      <Form submit={t("me.submit")} onSubmit={save} resets>
        {saved && <Alert kind="good">{t("me.saved")}</Alert>}
        <input
          type="text"
          class="unseen"
          autocomplete="username"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
          value={session.name}
        />
        {!byLink && (
          <TextField
            name="current"
            type="password"
            label={t("me.current")}
            autocomplete="current-password"
            required
          />
        )}
        <TextField
          name="password"
          type="password"
          label={t("me.password")}
          hint={t("me.passwordHint")}
          autocomplete="new-password"
          minLength={12}
          maxLength={200}
          required
        />
      </Form>
    </>
  );
}
