import type { Notice } from "../../api/notices";
import { known } from "../../i18n/text";
import { type Clocks, forecast } from "../../lib/forecast";
import { showTime } from "../../lib/time";
import { troubleName } from "../../lib/words";

/** Facts that a notice lacks which is older than they are. */
const EARLIER = { shown: "nobody" };

/** What a notice says. A kind that this page does not know yet is told by its name. */
export function sentenceOf(
  { kind, facts, raised }: Pick<Notice, "kind" | "facts" | "raised">,
  words: Clocks,
): string {
  const key = known(`notice.${kind}`);
  const said = Object.entries({ ...EARLIER, ...facts }).map(([name, fact]) => [
    name,
    name === "full_at" && fact ? fullAt(Number(fact), raised, words) : sayFact(name, fact, words),
  ]);
  return key ? words.t(key, Object.fromEntries(said)) : kind;
}

/** Full already when it was raised, or in some time. */
const fullAt = (at: number, raised: number, words: Clocks): string =>
  at <= raised ? words.t("forecast.now") : forecast(at, words);

function sayFact(name: string, fact: string | number | boolean, { t, zone, tag }: Clocks): string {
  if (name.endsWith("_at"))
    return fact ? showTime(Number(fact), zone, tag) : t("notice.unknownTime");
  if (name === "why") return troubleName(String(fact), t);
  if (name === "shown") return t(fact === "person" ? "notice.shown.person" : "notice.shown.nobody");
  if (name === "instead" && !fact) return t("notice.ownAddress");
  return String(fact);
}
