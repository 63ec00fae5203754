import type { VNode } from "preact";
import type { Community } from "../api/communities";
import { useCommunity } from "../lib/communities";
import { match } from "../lib/router";
import { SettingsPage } from "../pages/community/SettingsPage";
import { GroupsPage } from "../pages/groups/GroupsPage";
import { MissingPage } from "../pages/MissingPage";
import { RulesPage } from "../pages/rules/RulesPage";

type Values = Record<string, string>;
type Page = (community: Community, values: Values) => VNode;

const PAGES: readonly (readonly [pattern: string, page: Page])[] = [
  ["/communities/:c/groups", (community) => <GroupsPage community={community} />],
  ["/communities/:c/rules", (community) => <RulesPage community={community} />],
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
