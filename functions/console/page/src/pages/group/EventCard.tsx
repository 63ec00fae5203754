import type { GroupEvent, Happening } from "../../api/records";
import { useText } from "../../i18n/context";
import type { Text } from "../../i18n/text";
import { otherName } from "../../lib/words";
import { Time } from "../../parts/Time";
import { VerdictPart } from "./VerdictPart";
import { Writer } from "./Writer";

interface Props {
  happening: Happening;
  zone: string;
  capabilities: readonly string[];
}

/** One event; a message comes with its verdict and what followed. */
export function EventCard({ happening, zone, capabilities }: Props) {
  const t = useText();
  const { event } = happening;
  const isMessage = event.kind === "message";
  return (
    <li class={isMessage ? "event" : "event quiet"}>
      <div class="event-head">
        {isMessage ? <Writer event={event} /> : <span>{whatHappened(event, t)}</span>}
        <Time at={event.at || event.received} zone={zone} />
      </div>
      {isMessage && <p class="said">{event.text || t("event.noText")}</p>}
      {event.problem && <p class="hint">{event.problem}</p>}
      {isMessage && <VerdictPart happening={happening} capabilities={capabilities} />}
    </li>
  );
}

function whatHappened(event: GroupEvent, t: Text): string {
  const { kind, members, via, type } = event;
  const who = (members ?? []).join(t("comma"));
  if (kind === "joined")
    return via ? t("event.joinedVia", { who, via }) : t("event.joined", { who });
  if (kind === "left") return t("event.left", { who });
  if (kind === "role") return roleOf(event, t);
  return kind === "unreadable"
    ? t("event.unreadable")
    : t("event.other", { type: otherName(type ?? "", t) });
}

function roleOf({ member, name, role }: GroupEvent, t: Text): string {
  const roles: Record<string, string> = { owner: t("member.owner"), admin: t("member.admin") };
  return t("event.role", {
    who: name || member || "",
    role: roles[role ?? ""] ?? t("member.ordinary"),
  });
}
