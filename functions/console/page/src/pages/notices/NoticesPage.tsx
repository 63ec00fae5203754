import { useEffect, useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { finishNotice, type Notice, type NoticeState, pageOfNotices } from "../../api/notices";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { useTodo } from "../../lib/todo";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { SelectField } from "../../parts/form/inputs";
import { PageHead } from "../../parts/PageHead";
import { NoticeCard } from "./NoticeCard";

const keyOf = ({ id }: Notice) => id;
const STATES: readonly NoticeState[] = ["open", "all"];

/** What must be known or done in a community; without one, in the whole installation. */
export function NoticesPage({ community }: { community?: Community }) {
  const t = useText();
  const todo = useTodo();
  const key = community?.community;
  const [state, setState] = useState<NoticeState>("open");
  const [finished, setFinished] = useState<Record<string, Notice>>({});
  const [round, setRound] = useState(0);
  const feed = useFeed((cursor) => pageOfNotices(key, state, cursor), keyOf, [key, state, round]);
  const count = key ? todo.inside : todo.everywhere;
  useEffect(todo.again, [key, state, todo.again]);
  useEffect(() => {
    // Somebody else, or Hearth itself, has closed or raised something meanwhile.
    if (feed.load.state !== "ready" || feed.older) return;
    const open = feed.load.value.filter((it) => !(finished[it.id] ?? it).done);
    if (open.length !== count) setRound(round + 1);
  }, [count]);
  const finish = async ({ id }: Notice) => {
    const done = await finishNotice(key, id);
    setFinished((before) => ({ ...before, [id]: done }));
    todo.again();
  };
  return (
    <div class="stack">
      <PageHead
        title={t(key ? "nav.todo" : "nav.todoEverywhere")}
        lead={t(key ? "notice.lead" : "notice.leadEverywhere")}
      />
      <div class="form">
        <SelectField
          name="state"
          label={t("notice.state")}
          value={state}
          options={STATES.map((it) => [it, t(`notice.${it}`)] as const)}
          onValue={(value) => setState(value as NoticeState)}
        />
      </div>
      <FeedList of={feed} empty={<Empty title={t("notice.none")}>{t("notice.noneWhy")}</Empty>}>
        {(notice) => (
          <NoticeCard
            key={notice.id}
            notice={finished[notice.id] ?? notice}
            zone={community?.time_zone}
            onFinish={() => finish(notice)}
          />
        )}
      </FeedList>
    </div>
  );
}
