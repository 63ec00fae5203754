import { useState } from "preact/hooks";
import type { Group } from "../../api/groups";
import type { LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { DestinationFields } from "./DestinationFields";

interface Props {
  code: LiveCode;
  zone: string;
  groups: Group[];
  onChange: (code: LiveCode) => void;
}

export function DestinationForm({ code, zone, groups, onChange }: Props) {
  const t = useText();
  const [round, setRound] = useState(0);
  const added = (changed: LiveCode) => {
    onChange(changed);
    setRound(round + 1);
  };
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{t("destination.add")}</h2>
      <DestinationFields key={round} code={code} zone={zone} groups={groups} onAdd={added} />
    </section>
  );
}
