import type { Community } from "../../api/communities";
import { createLiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { navigate, path } from "../../lib/router";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { PageHead } from "../../parts/PageHead";

export function NewLiveCodePage({ community: { community } }: { community: Community }) {
  const t = useText();
  const home = path`/communities/${community}/livecodes`;
  const create = async (answer: Answer) => {
    const code = answer.text("code") || null;
    const made = await createLiveCode(community, { name: answer.text("name"), code });
    navigate(home + path`/${made.code}`);
  };
  return (
    <>
      <PageHead
        title={t("livecode.new")}
        back={[home, t("nav.livecodes")]}
        lead={t("livecode.newLead")}
      />
      <Form submit={t("livecode.create")} onSubmit={create}>
        <TextField
          name="name"
          label={t("livecode.name")}
          hint={t("livecode.nameHint")}
          maxLength={80}
          required
        />
        <TextField
          name="code"
          label={t("livecode.code")}
          hint={t("livecode.codeHint")}
          pattern="[a-z0-9]{4,32}"
          code
        />
      </Form>
    </>
  );
}
