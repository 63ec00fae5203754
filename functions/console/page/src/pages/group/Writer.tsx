import type { GroupEvent } from "../../api/records";
import { useText } from "../../i18n/context";
import { Badge } from "../../parts/Badge";

/** Who wrote a message. */
export function Writer({ event: { name, member, role } }: { event: GroupEvent }) {
  const t = useText();
  return (
    <span class="writer">
      <b>{name || member}</b>
      {name && <code class="soft">{member}</code>}
      {role === "owner" && <Badge>{t("member.owner")}</Badge>}
      {role === "admin" && <Badge>{t("member.admin")}</Badge>}
    </span>
  );
}
