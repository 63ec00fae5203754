import type { ComponentChildren } from "preact";
import type { Group } from "../../api/groups";
import type { Destination } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { wallTime } from "../../lib/time";
import { TextField } from "../../parts/form/inputs";
import { GroupFields } from "./GroupFields";
import type { Terms } from "./terms";

interface Props {
  kind: Destination["kind"];
  terms: Terms;
  zone: string;
  groups: Group[];
  capacityHint: string;
  untilHint?: ComponentChildren;
  /** An end that may stay although it is over; ms since 1970. */
  kept?: number;
  /** Changes when the times are to be filled in anew. */
  round?: number;
}

/** How many may come, when, and into which group. A person has no seats and no group. */
export function TermsFields(props: Props) {
  const { kind, terms, zone, groups, capacityHint, untilHint, kept, round } = props;
  const t = useText();
  const now = Date.now();
  const wall = (at: number) => (at ? wallTime(at, zone) : "");
  return (
    <>
      {kind !== "person" && (
        <>
          <TextField
            name="capacity"
            type="number"
            min={1}
            max={200000}
            label={t("destination.capacity")}
            hint={capacityHint}
            value={terms.capacity}
            required
          />
          <GroupFields groups={groups} group={terms.group} way={terms.way} />
        </>
      )}
      <div class="pair">
        <TextField
          name="valid_from"
          type="datetime-local"
          label={t("destination.validFrom", { zone })}
          hint={t("destination.validFromHint")}
          value={wall(terms.valid_from)}
        />
        <TextField
          key={round}
          name="valid_until"
          type="datetime-local"
          label={t("destination.validUntil", { zone })}
          hint={untilHint || t("destination.validUntilHint")}
          min={wall(kept ? Math.min(kept, now) : now)}
          value={wall(terms.valid_until)}
        />
      </div>
    </>
  );
}
