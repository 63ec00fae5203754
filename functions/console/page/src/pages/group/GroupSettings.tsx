import { useState } from "preact/hooks";
import { changeGroup, type Group, UNASSIGNED } from "../../api/groups";
import { useText } from "../../i18n/context";
import { useCommunities } from "../../lib/communities";
import { navigate, path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";

interface Props {
  group: Group;
  again: () => void;
}

export function GroupSettings({ group, again }: Props) {
  const t = useText();
  const { all } = useCommunities();
  const [saved, setSaved] = useState(false);
  const save = async (answer: Answer) => {
    setSaved(false);
    const changed = await changeGroup(group.group, {
      name: answer.text("name"),
      community: answer.text("community"),
      member_limit: answer.number("member_limit"),
    });
    setSaved(true);
    if (changed.community === group.community) return again();
    const { community } = changed;
    navigate(community === UNASSIGNED ? "/unassigned" : path`/communities/${community}/groups`);
  };
  return (
    <fieldset disabled={!useMayChange()}>
      <Form
        submit={t("save")}
        onSubmit={save}
        aside={saved && <Alert kind="good">{t("saved")}</Alert>}
      >
        <TextField name="name" label={t("group.name")} value={group.name} maxLength={80} required />
        <TextField
          name="member_limit"
          type="number"
          min={0}
          max={1000000}
          label={t("group.limit")}
          hint={t("group.limitHint")}
          value={group.member_limit}
          required
        />
        <SelectField
          name="community"
          label={t("group.community")}
          value={group.community}
          options={[
            ...all.map((it) => [it.community, it.name] as const),
            [UNASSIGNED, t("group.noCommunity")],
          ]}
        />
      </Form>
    </fieldset>
  );
}
