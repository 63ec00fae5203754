import type { Community } from "../../api/communities";
import { pageOfPosts, type Post } from "../../api/posts";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { path } from "../../lib/router";
import { useMayChange } from "../../lib/session";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { Link } from "../../parts/Link";
import { PageHead } from "../../parts/PageHead";
import { Time } from "../../parts/Time";
import { PostState } from "./PostState";

const keyOf = ({ post }: Post) => post;

export function PostsPage({ community: { community, time_zone } }: { community: Community }) {
  const t = useText();
  const feed = useFeed((cursor) => pageOfPosts(community, cursor), keyOf, [community]);
  const create = useMayChange() && (
    <Link to={path`/communities/${community}/new-post`} class="button primary">
      {t("post.new")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("nav.posts")} lead={t("post.lead")} action={create} />
      <FeedList of={feed} empty={<Empty title={t("post.empty")}>{t("post.emptyNext")}</Empty>}>
        {(post) => (
          <li key={post.post} class="row">
            <div class="row-main">
              <Link class="name clipped" to={path`/communities/${community}/posts/${post.post}`}>
                {post.text}
              </Link>
              <div class="facts">
                <Time at={post.due} zone={time_zone} />
                <span>{t("post.groups", { count: post.groups.length })}</span>
              </div>
            </div>
            <PostState post={post} />
          </li>
        )}
      </FeedList>
    </>
  );
}
