import { type Delivery, pageOfDeliveries } from "../../api/records";
import { useText } from "../../i18n/context";
import type { Key } from "../../i18n/text";
import { useFeed } from "../../lib/feed";
import { useEvery } from "../../lib/load";
import { sentenceOf } from "../../lib/words";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { Time } from "../../parts/Time";
import { Outcome } from "./Outcome";

interface Props {
  group: string;
  zone: string;
}

const keyOf = ({ id }: Delivery) => id;

const REASONS: Record<string, Key> = {
  post: "delivery.ofPost",
  way: "delivery.ofWay",
  joins: "delivery.ofJoins",
};

/** Everything Hearth did or tried to do in the group, newest first. */
export function DeliveriesTab({ group, zone }: Props) {
  const t = useText();
  const feed = useFeed((cursor) => pageOfDeliveries(group, cursor), keyOf, [group]);
  useEvery(10, feed.again);
  return (
    <FeedList of={feed} empty={<Empty title={t("delivery.none")}>{t("delivery.noneNext")}</Empty>}>
      {(delivery) => (
        <li key={delivery.id}>
          <div class="event-head">
            <span class="said">{sentenceOf(delivery.action, t)}</span>
            {delivery.created > 0 && <Time at={delivery.created} zone={zone} />}
          </div>
          <div class="outcome">
            <Outcome delivery={delivery} />
            <span class="hint">
              {t(REASONS[delivery.source.split(":")[0] ?? ""] ?? "delivery.ofEvent")}
            </span>
          </div>
        </li>
      )}
    </FeedList>
  );
}
