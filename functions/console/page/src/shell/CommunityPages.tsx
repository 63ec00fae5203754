import type { VNode } from "preact";
import type { Community } from "../api/communities";
import { useCommunity } from "../lib/communities";
import { match } from "../lib/router";
import { SettingsPage } from "../pages/community/SettingsPage";
import { ContactsPage } from "../pages/contacts/ContactsPage";
import { GroupPage, TABS } from "../pages/group/GroupPage";
import { GroupsPage } from "../pages/groups/GroupsPage";
import { LiveCodePage } from "../pages/livecodes/LiveCodePage";
import { LiveCodesPage } from "../pages/livecodes/LiveCodesPage";
import { NewLiveCodePage } from "../pages/livecodes/NewLiveCodePage";
import { MissingPage } from "../pages/MissingPage";
import { NoticesPage } from "../pages/notices/NoticesPage";
import { NewPostPage } from "../pages/posts/NewPostPage";
import { PostPage } from "../pages/posts/PostPage";
import { PostsPage } from "../pages/posts/PostsPage";
import { RulesPage } from "../pages/rules/RulesPage";

type Values = Record<string, string>;
type Page = (community: Community, values: Values) => VNode;

const PAGES: readonly (readonly [pattern: string, page: Page])[] = [
  ["/communities/:c/todo", (community) => <NoticesPage community={community} />],
  ["/communities/:c/groups", (community) => <GroupsPage community={community} />],
  ...TABS.map((tab): readonly [string, Page] => [
    `/communities/:c/groups/:g/${tab}`,
    (community, { g = "" }) => <GroupPage community={community} group={g} tab={tab} />,
  ]),
  ["/communities/:c/rules", (community) => <RulesPage community={community} />],
  ["/communities/:c/livecodes", (community) => <LiveCodesPage community={community} />],
  ["/communities/:c/new-livecode", (community) => <NewLiveCodePage community={community} />],
  [
    "/communities/:c/livecodes/:code",
    (community, { code = "" }) => <LiveCodePage community={community} code={code} tab="code" />,
  ],
  [
    "/communities/:c/livecodes/:code/statistics",
    (community, { code = "" }) => (
      <LiveCodePage community={community} code={code} tab="statistics" />
    ),
  ],
  ["/communities/:c/waiting", (community) => <ContactsPage community={community} />],
  [
    "/communities/:c/waiting/:code",
    (community, { code = "" }) => <ContactsPage community={community} code={code} />,
  ],
  ["/communities/:c/posts", (community) => <PostsPage community={community} />],
  ["/communities/:c/new-post", (community) => <NewPostPage community={community} />],
  [
    "/communities/:c/posts/:post",
    (community, { post = "" }) => <PostPage community={community} post={post} />,
  ],
  ["/communities/:c/settings", (community) => <SettingsPage community={community} />],
];

/** Pages inside one community. */
export function CommunityPages({ at }: { at: string }) {
  const community = useCommunity(decodeURIComponent(at.split("/")[2] ?? ""));
  if (!community) return <MissingPage />;
  for (const [pattern, page] of PAGES) {
    const values = match(pattern, at);
    if (values) return <div key={at}>{page(community, values)}</div>;
  }
  return <MissingPage key={at} />;
}
