import type { Community } from "../../api/communities";
import { type Group, listGroups } from "../../api/groups";
import { createPost } from "../../api/posts";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { navigate, path } from "../../lib/router";
import { momentOf } from "../../lib/time";
import { Empty } from "../../parts/Empty";
import { Form } from "../../parts/form/Form";
import { AreaField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { DueFields } from "./DueFields";
import { GroupChoices } from "./GroupChoices";

export function NewPostPage({ community }: { community: Community }) {
  const t = useText();
  const key = community.community;
  const groups = useLoad(() => listGroups(key), [key]);
  const home = path`/communities/${key}/posts`;
  return (
    <>
      <PageHead title={t("post.new")} back={[home, t("nav.posts")]} />
      <Loaded of={groups}>
        {(all) =>
          all.some(canPost) ? (
            <Filling community={community} groups={all} home={home} />
          ) : (
            <Empty title={t("post.noGroups")}>{t("post.noGroupsNext")}</Empty>
          )
        }
      </Loaded>
    </>
  );
}

const canPost = ({ capabilities }: Group) => capabilities.includes("post");

interface Props {
  community: Community;
  groups: Group[];
  home: string;
}

function Filling({ community: { community, time_zone }, groups, home }: Props) {
  const t = useText();
  const create = async (answer: Answer) => {
    const due = answer.text("due");
    const made = await createPost(community, {
      text: answer.text("text"),
      groups: answer.all("groups"),
      due: due ? momentOf(due, time_zone) : null,
    });
    navigate(home + path`/${made.post}`);
  };
  return (
    <Form submit={t("post.create")} onSubmit={create}>
      <AreaField name="text" label={t("post.text")} maxLength={4000} rows={6} required />
      <GroupChoices groups={groups} canPost={canPost} />
      <DueFields zone={time_zone} />
    </Form>
  );
}
