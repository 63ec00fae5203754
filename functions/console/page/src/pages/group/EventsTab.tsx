import { type Happening, pageOfHappenings } from "../../api/records";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { useEvery } from "../../lib/load";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { EventCard } from "./EventCard";

interface Props {
  group: string;
  zone: string;
  capabilities: readonly string[];
}

const keyOf = ({ event }: Happening) => event.key;

/** What happened in the group, newest first; looks for news every few seconds. */
export function EventsTab({ group, zone, capabilities }: Props) {
  const t = useText();
  const feed = useFeed((before) => pageOfHappenings(group, before), keyOf, [group]);
  useEvery(10, feed.again);
  return (
    <FeedList of={feed} empty={<Empty title={t("event.none")}>{t("event.noneNext")}</Empty>}>
      {(happening) => (
        <EventCard
          key={happening.event.key}
          happening={happening}
          zone={zone}
          capabilities={capabilities}
        />
      )}
    </FeedList>
  );
}
