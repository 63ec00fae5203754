import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { countOpen } from "../api/notices";
import { useCommunity } from "../lib/communities";
import { useEvery, useLoad, type Loading } from "../lib/load";
import { useHere } from "../lib/router";
import { TodoContext } from "../lib/todo";

const EVERY_SECONDS = 300;

const counted = ({ load }: Loading<number>): number => (load.state === "ready" ? load.value : 0);

/** Knows how many notices are open, here and in the whole installation. */
export function TodoCounts({ children }: { children: ComponentChildren }) {
  const key = useCommunity(decodeURIComponent(useHere().split("/")[2] ?? ""))?.community;
  const inside = useLoad(() => (key ? countOpen(key) : Promise.resolve(0)), [key]);
  const everywhere = useLoad(() => countOpen(), []);
  const again = useMemo(
    () => () => {
      inside.again();
      everywhere.again();
    },
    [inside.again, everywhere.again],
  );
  useEvery(EVERY_SECONDS, again);
  const counts = { inside: counted(inside), everywhere: counted(everywhere), again };
  return <TodoContext.Provider value={counts}>{children}</TodoContext.Provider>;
}
