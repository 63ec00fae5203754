import type { Community } from "../api/communities";
import { useText } from "../i18n/context";
import { useCommunities } from "../lib/communities";
import { path } from "../lib/router";
import { useMayChange } from "../lib/session";
import { Empty } from "../parts/Empty";
import { Link } from "../parts/Link";
import { PageHead } from "../parts/PageHead";

export function CommunitiesPage() {
  const t = useText();
  const { all } = useCommunities();
  const create = useMayChange() && (
    <Link to="/new-community" class="button primary">
      {t("community.new")}
    </Link>
  );
  if (all.length === 0) {
    return (
      <>
        <PageHead title={t("nav.communities")} />
        <Empty title={t("community.empty")} action={create}>
          {t("community.emptyNext")}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("nav.communities")} action={create} />
      <ul class="rows">
        {all.map((community) => (
          <Row key={community.community} community={community} />
        ))}
      </ul>
    </>
  );
}

function Row({ community }: { community: Community }) {
  const t = useText();
  return (
    <li class="row">
      <div class="row-main">
        <Link class="name" to={path`/communities/${community.community}/groups`}>
          {community.name}
        </Link>
        <div class="facts">
          <span>{t(`language.${community.language}`)}</span>
          <span>{community.time_zone}</span>
          {community.goal && <span>{t("community.goalIs", { goal: community.goal })}</span>}
        </div>
      </div>
    </li>
  );
}
