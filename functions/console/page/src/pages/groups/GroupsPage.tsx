import type { Community } from "../../api/communities";
import { type Group, listGroups } from "../../api/groups";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { path } from "../../lib/router";
import { Empty } from "../../parts/Empty";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { GroupFacts } from "./GroupFacts";

export function GroupsPage({ community: { community, name } }: { community: Community }) {
  const t = useText();
  const groups = useLoad(() => listGroups(community), [community]);
  const more = (
    <Link to="/unassigned" class="button">
      {t("group.findNew")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("nav.groups")} lead={name} action={more} />
      <Loaded of={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("group.empty")}>{t("group.emptyNext")}</Empty>
          ) : (
            <ul class="rows">
              {all.map((group) => (
                <Row key={group.group} group={group} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Row({ group }: { group: Group }) {
  return (
    <li class="row">
      <div class="row-main">
        <Link class="name" to={path`/communities/${group.community}/groups/${group.group}/events`}>
          {group.name}
        </Link>
        <GroupFacts group={group} />
      </div>
    </li>
  );
}
