import { useState } from "preact/hooks";
import { changeCommunity, type Community } from "../../api/communities";
import { useText } from "../../i18n/context";
import { useCommunities } from "../../lib/communities";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import type { Answer } from "../../parts/form/values";
import { PageHead } from "../../parts/PageHead";
import { CommunityFields, communityIn } from "./CommunityFields";

export function SettingsPage({ community }: { community: Community }) {
  const t = useText();
  const { again } = useCommunities();
  const [saved, setSaved] = useState(false);
  const save = async (answer: Answer) => {
    setSaved(false);
    await changeCommunity(community.community, communityIn(answer));
    again();
    setSaved(true);
  };
  return (
    <>
      <PageHead title={t("nav.settings")} lead={community.name} />
      <Form
        submit={t("save")}
        onSubmit={save}
        aside={saved && <Alert kind="good">{t("saved")}</Alert>}
      >
        <CommunityFields community={community} />
      </Form>
    </>
  );
}
