import { useState } from "preact/hooks";
import { type Handled, listDeadLetters } from "../../api/system";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { Alert } from "../../parts/Alert";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { DeadLetterCard } from "./DeadLetterCard";

export function DeadLettersPage() {
  const t = useText();
  const found = useLoad(listDeadLetters, []);
  const [handled, setHandled] = useState<Handled>();
  const react = (outcome: Handled) => {
    setHandled(outcome);
    found.again();
  };
  const refresh = (
    <button type="button" class="button" onClick={found.again}>
      {t("refresh")}
    </button>
  );
  return (
    <>
      <PageHead title={t("nav.deadLetters")} lead={t("dead.lead")} action={refresh} />
      <div class="stack">
        {handled && <Outcome handled={handled} />}
        <Loaded of={found}>
          {({ queues, items }) =>
            items.length === 0 ? (
              <Empty title={t("dead.none")}>
                {t(queues.some((it) => it.waiting > 0) ? "dead.hidden" : "dead.noneWhy")}
              </Empty>
            ) : (
              <ul class="rows">
                {items.map((letter) => (
                  <DeadLetterCard key={letter.id} letter={letter} onHandled={react} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function Outcome({ handled: { done, missing, failed } }: { handled: Handled }) {
  const t = useText();
  const reasons = Object.values(failed).join(t("comma"));
  if (reasons) return <Alert kind="bad">{t("dead.failed", { reasons })}</Alert>;
  if (missing.length > 0) return <Alert kind="note">{t("dead.missing")}</Alert>;
  return done.length > 0 ? <Alert kind="good">{t("dead.done")}</Alert> : null;
}
