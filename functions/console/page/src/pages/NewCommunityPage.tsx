import { createCommunity } from "../api/communities";
import { useText } from "../i18n/context";
import { useCommunities } from "../lib/communities";
import { navigate, path } from "../lib/router";
import { Form } from "../parts/form/Form";
import type { Answer } from "../parts/form/values";
import { PageHead } from "../parts/PageHead";
import { CommunityFields, communityIn } from "./community/CommunityFields";

export function NewCommunityPage() {
  const t = useText();
  const { again } = useCommunities();
  const create = async (answer: Answer) => {
    const { community } = await createCommunity(communityIn(answer));
    again();
    navigate(path`/communities/${community}/groups`);
  };
  return (
    <>
      <PageHead
        title={t("community.new")}
        back={["/", t("nav.communities")]}
        lead={t("community.what")}
      />
      <Form submit={t("community.create")} onSubmit={create}>
        <CommunityFields />
      </Form>
    </>
  );
}
