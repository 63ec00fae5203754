import type { Community } from "../../api/communities";
import { cancelPost, deliveriesOf, getPost, type Post } from "../../api/posts";
import type { Delivery } from "../../api/records";
import { useText } from "../../i18n/context";
import { useGroupNames } from "../../lib/groupNames";
import { useEvery, useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Confirm } from "../../parts/Confirm";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Time } from "../../parts/Time";
import { Outcome } from "../group/Outcome";
import { PostState } from "./PostState";

/** One post and what became of it in each group. */
export function PostPage({ community, post }: { community: Community; post: string }) {
  const t = useText();
  const mayChange = useMayChange();
  const found = useLoad(() => Promise.all([getPost(post), deliveriesOf(post)]), [post]);
  useEvery(5, found.again);
  const nameOf = useGroupNames(community.community);
  const home = path`/communities/${community.community}/posts`;
  const cancel = async () => {
    await cancelPost(post);
    found.again();
  };
  return (
    <>
      <PageHead title={t("post.title")} back={[home, t("nav.posts")]} />
      <Loaded of={found}>
        {([it, deliveries]) => (
          <div class="stack">
            <Content post={it} zone={community.time_zone} />
            {it.status === "armed" && mayChange && (
              <div>
                <Confirm
                  label={t("post.cancel")}
                  question={t("post.cancelSure")}
                  onYes={cancel}
                  danger
                />
              </div>
            )}
            <h2>{t("post.outcomes")}</h2>
            <ul class="rows">
              {it.groups.map((group) => (
                <GroupOutcome
                  key={group}
                  post={it}
                  name={nameOf(group)}
                  delivery={deliveries.find((one) => one.group === group)}
                />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Content({ post, zone }: { post: Post; zone: string }) {
  return (
    <section class="card">
      <div class="event-head">
        <PostState post={post} />
        <Time at={post.due} zone={zone} />
      </div>
      <p class="said">{post.text}</p>
    </section>
  );
}

interface OutcomeProps {
  post: Post;
  name: string;
  delivery: Delivery | undefined;
}

function GroupOutcome({ post: { status }, name, delivery }: OutcomeProps) {
  const t = useText();
  const tried = delivery && delivery.created > 0;
  const waits = status === "dispatched" ? "delivery.queued" : "post.notYet";
  return (
    <li>
      <b>{name}</b>
      <div class="outcome">
        {tried ? (
          <Outcome delivery={delivery} />
        ) : (
          <span class="hint">{t(status === "cancelled" ? "post.neverSent" : waits)}</span>
        )}
      </div>
    </li>
  );
}
