import { useState } from "preact/hooks";
import type { Group } from "../../api/groups";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { platformName } from "../../lib/words";
import { SelectField, TextField } from "../../parts/form/inputs";

interface Props {
  groups: Group[];
  group: string;
  way: string;
}

const platformOf = (group: string) => group.split(":")[0] ?? "";

/** Which group a destination leads into, and by which way its platform tells who joins. */
export function GroupFields({ groups, group, way }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState(group);
  // A destination keeps its group, even if that has gone to another community since.
  const gone = group && !groups.some((one) => one.group === group);
  const hint = known(`destination.way.${platformOf(chosen)}`);
  return (
    <>
      <SelectField
        name="group"
        label={t("destination.group")}
        hint={t("destination.groupHint")}
        value={group}
        onValue={setChosen}
        options={[
          ["", t("destination.noGroup")],
          ...groups.map(
            (one) => [one.group, `${one.name} · ${platformName(one.platform, t)}`] as const,
          ),
          ...(gone ? [[group, group] as const] : []),
        ]}
      />
      {hint && (
        <TextField
          key={chosen}
          name="way"
          label={t("destination.way")}
          hint={t(hint)}
          value={chosen === group ? way : ""}
          maxLength={128}
          code
        />
      )}
    </>
  );
}
