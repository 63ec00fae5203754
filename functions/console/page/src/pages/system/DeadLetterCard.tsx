import { type DeadLetter, discard, type Handled, replay } from "../../api/system";
import { useText } from "../../i18n/context";
import { useMayChange } from "../../lib/session";
import { Badge } from "../../parts/Badge";
import { Confirm } from "../../parts/Confirm";
import { Time } from "../../parts/Time";

interface Props {
  letter: DeadLetter;
  onHandled: (outcome: Handled) => void;
}

/** Something that was given up: what it is, why, and what can be done. */
export function DeadLetterCard({ letter, onHandled }: Props) {
  const t = useText();
  const { id, queue, what, why, since, group, events, content, replayable } = letter;
  const scans = what === "scans";
  const known = { ...content, events: events.length > 0 ? events : undefined };
  return (
    <li class="stack">
      <div class="event-head">
        <span class="writer">
          <b>{t(scans ? "what.scans" : `queue.${queue}`)}</b>
          {group && <code class="soft">{group}</code>}
          {!replayable && <Badge>{t("dead.final")}</Badge>}
        </span>
        <Time at={since} />
      </div>
      <p class="said">{why}</p>
      {scans && <p class="soft">{t("what.scansWhy")}</p>}
      {events.map((event) => (
        <p key={event.key} class="said soft">
          {event.name || event.member} {event.text ?? event.problem}
        </p>
      ))}
      <details>
        <summary>{t("details")}</summary>
        <pre class="dump">{JSON.stringify(known, null, 2)}</pre>
      </details>
      {useMayChange() && (
        <div class="actions">
          {replayable && (
            <Confirm
              label={t("dead.replay")}
              question={t(`dead.replaySure.${queue}`)}
              onYes={async () => onHandled(await replay(queue, [id]))}
            />
          )}
          <Confirm
            label={t("dead.discard")}
            question={t("dead.discardSure")}
            onYes={async () => onHandled(await discard(queue, [id]))}
            danger
          />
        </div>
      )}
    </li>
  );
}
