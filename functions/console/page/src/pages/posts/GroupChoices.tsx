import { useState } from "preact/hooks";
import type { Group } from "../../api/groups";
import { useText } from "../../i18n/context";
import { platformName } from "../../lib/words";
import { Choice, Choices } from "../../parts/form/Choices";

interface Props {
  groups: readonly Group[];
  canPost: (group: Group) => boolean;
}

/** Into which groups; those whose platform takes no posts are shown with the reason. */
export function GroupChoices({ groups, canPost }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (group: string, on: boolean) =>
    setChosen((before) => (on ? [...before, group] : before.filter((it) => it !== group)));
  return (
    <Choices label={t("post.into")} name="groups" complaint={t("post.noneChosen")}>
      {groups.map((group) => (
        <Choice
          key={group.group}
          name="groups"
          value={group.group}
          disabled={!canPost(group)}
          required={chosen.length === 0}
          onChecked={(on) => toggle(group.group, on)}
        >
          {group.name}{" "}
          <span class="hint">
            {platformName(group.platform, t)}
            {!canPost(group) && t("post.cannot")}
          </span>
        </Choice>
      ))}
    </Choices>
  );
}
