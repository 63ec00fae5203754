import { ApiError } from "../api/client";
import { logIn, type Session } from "../api/session";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import { Form } from "../parts/form/Form";
import { TextField } from "../parts/form/inputs";
import type { Answer } from "../parts/form/values";
import { Entry } from "../shell/Entry";

const isWrong = (error: unknown) => error instanceof ApiError && error.status === 401;

export function LoginPage({ onSession }: { onSession: (session: Session) => void }) {
  const t = useText();
  const enter = async (answer: Answer) =>
    onSession(await logIn(answer.text("name"), answer.raw("password")));
  return (
    <Entry title={t("login.title")}>
      <Form
        submit={t("login.submit")}
        onSubmit={enter}
        explainHere={(error, say) => (isWrong(error) ? say("login.wrong") : explain(error, say))}
      >
        <TextField name="name" label={t("login.name")} autocomplete="username" required />
        <TextField
          name="password"
          type="password"
          label={t("login.password")}
          autocomplete="current-password"
          required
        />
      </Form>
    </Entry>
  );
}
