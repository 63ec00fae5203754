import type { Group } from "../../api/groups";
import { useText } from "../../i18n/context";
import { platformName } from "../../lib/words";

const CAN = ["post", "delete", "mute", "kick", "open-way"] as const;

/** Where a group is and what Hearth can do there. */
export function GroupFacts({ group }: { group: Group }) {
  const t = useText();
  const can = CAN.filter((name) => group.capabilities.includes(name));
  return (
    <div class="facts">
      <span>{platformName(group.platform, t)}</span>
      <code>
        {group.account} · {group.chat}
      </code>
      <span>
        {can.length > 0
          ? t("group.can", { what: can.map((name) => t(`can.${name}`)).join(t("comma")) })
          : t("group.cannot")}
      </span>
    </div>
  );
}
