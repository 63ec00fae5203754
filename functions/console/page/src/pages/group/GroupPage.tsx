import type { Community } from "../../api/communities";
import { getGroup } from "../../api/groups";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { GroupFacts } from "../groups/GroupFacts";
import { DeliveriesTab } from "./DeliveriesTab";
import { EventsTab } from "./EventsTab";
import { GroupSettings } from "./GroupSettings";
import { MembersTab } from "./MembersTab";

export const TABS = ["events", "members", "deliveries", "settings"] as const;
export type Tab = (typeof TABS)[number];

interface Props {
  community: Community;
  group: string;
  tab: Tab;
}

export function GroupPage({ community, group, tab }: Props) {
  const t = useText();
  const found = useLoad(() => getGroup(group), [group]);
  const home = path`/communities/${community.community}/groups`;
  const shared = { group, zone: community.time_zone };
  return (
    <Loaded of={found} back={[home, t("nav.groups")]}>
      {(it) => (
        <>
          <PageHead
            title={it.name}
            back={[home, t("nav.groups")]}
            lead={<GroupFacts group={it} />}
          />
          <nav class="tabs" aria-label={it.name}>
            {TABS.map((name) => (
              <Link key={name} to={home + path`/${group}/${name}`} current={name === tab}>
                {t(`tab.${name}`)}
              </Link>
            ))}
          </nav>
          {tab === "events" && <EventsTab {...shared} capabilities={it.capabilities} />}
          {tab === "members" && <MembersTab {...shared} />}
          {tab === "deliveries" && <DeliveriesTab {...shared} />}
          {tab === "settings" && <GroupSettings group={it} again={found.again} />}
        </>
      )}
    </Loaded>
  );
}
