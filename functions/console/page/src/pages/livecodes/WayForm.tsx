import { useState } from "preact/hooks";
import { type Group, listGroups } from "../../api/groups";
import type { LiveCode } from "../../api/livecodes";
import { openWay, type Way } from "../../api/ways";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { momentOf } from "../../lib/time";
import { platformName } from "../../lib/words";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Loaded } from "../../parts/Loaded";

interface Props {
  code: LiveCode;
  zone: string;
  onDone: (way: Way) => void;
  onGiveUp: () => void;
}

const canOpen = ({ capabilities }: Group) => capabilities.includes("open-way");

export function WayForm(props: Props) {
  const t = useText();
  const groups = useLoad(() => listGroups(props.code.community), [props.code.community]);
  return (
    <Loaded of={groups}>
      {(all) =>
        all.length > 0 ? (
          <Filled {...props} groups={[...all].sort((a, b) => +canOpen(b) - +canOpen(a))} />
        ) : (
          <Alert kind="note">{t("way.noGroups")}</Alert>
        )
      }
    </Loaded>
  );
}

/** `groups`: those first in which a bot can do it. */
function Filled({ code, zone, onDone, onGiveUp, groups }: Props & { groups: Group[] }) {
  const t = useText();
  const [chosen, setChosen] = useState(groups[0]!);
  const send = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const wanted = {
      group: chosen.group,
      channel: answer.text("channel"),
      member_limit: canOpen(chosen) ? answer.number("member_limit") : 1,
      valid_until: until ? momentOf(until, zone) : 0,
    };
    onDone(await openWay(code.code, wanted));
  };
  const nameOf = (group: Group) => `${group.name} · ${platformName(group.platform, t)}`;
  const giveUp = (
    <button type="button" class="button" onClick={onGiveUp}>
      {t("cancel")}
    </button>
  );
  return (
    <Form submit={t(canOpen(chosen) ? "way.order" : "way.leave")} onSubmit={send} aside={giveUp}>
      <SelectField
        name="group"
        label={t("way.group")}
        value={chosen.group}
        onValue={(value) => setChosen(groups.find(({ group }) => group === value) ?? chosen)}
        options={groups.map((group) => [group.group, nameOf(group)] as const)}
      />
      {canOpen(chosen) ? (
        <Bounds zone={zone} platform={chosen.platform} />
      ) : (
        <Alert kind="note">
          {t("way.byHand", { group: chosen.name, platform: platformName(chosen.platform, t) })}
        </Alert>
      )}
    </Form>
  );
}

function Bounds({ zone, platform }: { zone: string; platform: string }) {
  const t = useText();
  return (
    <>
      <div class="pair">
        <TextField
          name="member_limit"
          type="number"
          min={1}
          max={99999}
          label={t("way.seats")}
          hint={platform === "wecom" ? t("way.seatsWecom") : undefined}
          value={200}
          required
        />
        <TextField
          name="valid_until"
          type="datetime-local"
          label={t("way.until", { zone })}
          hint={t("way.untilHint")}
        />
      </div>
      <TextField
        name="channel"
        label={t("way.channel")}
        hint={t("way.channelHint")}
        maxLength={40}
      />
    </>
  );
}
