import { type Member, pageOfMembers } from "../../api/records";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { Badge } from "../../parts/Badge";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { Time } from "../../parts/Time";

interface Props {
  group: string;
  zone: string;
}

const keyOf = ({ id }: Member) => id;

export function MembersTab({ group, zone }: Props) {
  const t = useText();
  const feed = useFeed((cursor) => pageOfMembers(group, cursor), keyOf, [group]);
  return (
    <FeedList of={feed} empty={<Empty title={t("member.none")}>{t("member.noneNext")}</Empty>}>
      {(member) => <Row key={member.id} member={member} zone={zone} />}
    </FeedList>
  );
}

function Row({ member, zone }: { member: Member; zone: string }) {
  const t = useText();
  const { id, name, role, present, joined_at, via, inviter, messages, spoke_at } = member;
  return (
    <li>
      <div class="writer">
        <b>{name || id}</b>
        {name && <code class="soft">{id}</code>}
        {(role === "owner" || role === "admin") && <Badge>{t(`member.${role}`)}</Badge>}
        {!present && <Badge tone="note">{t("member.gone")}</Badge>}
      </div>
      <div class="facts">
        <span>
          {t("member.joined")}
          {joined_at ? <Time at={joined_at} zone={zone} /> : t("member.unseen")}
        </span>
        {via && <span>{t("member.via", { via })}</span>}
        {inviter && <span>{t("member.inviter", { inviter })}</span>}
        <span>{t("member.messages", { count: messages })}</span>
        {spoke_at > 0 && (
          <span>
            {t("member.spoke")}
            <Time at={spoke_at} zone={zone} />
          </span>
        )}
      </div>
    </li>
  );
}
