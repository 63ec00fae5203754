import type { Group } from "../../api/groups";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { platformName } from "../../lib/platforms";

/** Where a group is and what Hearth can do there. */
export function GroupFacts({ group }: { group: Group }) {
  const t = useText();
  const can = group.capabilities.map((name) => known(`can.${name}`)).filter((key) => key !== undefined);
  return (
    <div class="facts">
      <span>{platformName(group.platform, t)}</span>
      <code>
        {group.account} · {group.chat}
      </code>
      <span>
        {can.length ? t("group.can", { what: can.map((key) => t(key)).join(t("comma")) }) : t("group.cannot")}
      </span>
    </div>
  );
}
