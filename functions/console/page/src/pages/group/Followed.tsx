import type { Action, Delivery } from "../../api/records";
import { useText } from "../../i18n/context";
import { same } from "../../lib/verdicts";
import { sentenceOf } from "../../lib/words";
import { Badge } from "../../parts/Badge";
import { Outcome } from "./Outcome";

interface Props {
  title: string;
  actions: readonly Action[];
  /** What became of them; nothing for actions that were never ordered. */
  deliveries?: readonly Delivery[];
  capabilities?: readonly string[];
  /** Members' names by their ids, as far as they are known. */
  names: Readonly<Record<string, string>>;
}

/** Sanctions, and what became of each. */
export function Followed({ title, actions, deliveries, capabilities = [], names }: Props) {
  const t = useText();
  return (
    <section class="followed">
      <h2>{title}</h2>
      <ul>
        {actions.map((action) => (
          <li key={JSON.stringify(action)}>
            <span>{sentenceOf(action, t, names)}</span>
            {deliveries && !capabilities.includes(action.kind) && (
              <span class="hint">{t("action.byHand")}</span>
            )}
            {deliveries && capabilities.includes(action.kind) && (
              <Became delivery={deliveries.find((it) => same(it.action, action))} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ delivery }: { delivery: Delivery | undefined }) {
  const t = useText();
  return delivery ? <Outcome delivery={delivery} /> : <Badge>{t("delivery.queued")}</Badge>;
}
