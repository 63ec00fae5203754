import type { Notice } from "../../api/notices";
import { known, type Text } from "../../i18n/text";
import { showTime } from "../../lib/time";
import { troubleName } from "../../lib/words";

interface Words {
  t: Text;
  zone: string;
  /** The language tag for moments. */
  tag: string;
}

/** What a notice says. A kind that this page does not know yet is told by its name. */
export function sentenceOf({ kind, facts }: Pick<Notice, "kind" | "facts">, words: Words): string {
  const key = known(`notice.${kind}`);
  const said = Object.entries(facts).map(([name, fact]) => [name, sayFact(name, fact, words)]);
  return key ? words.t(key, Object.fromEntries(said)) : kind;
}

function sayFact(name: string, fact: string | number | boolean, { t, zone, tag }: Words): string {
  if (name.endsWith("_at"))
    return fact ? showTime(Number(fact), zone, tag) : t("notice.unknownTime");
  if (name === "why") return troubleName(String(fact), t);
  if (name === "instead" && !fact) return t("notice.ownAddress");
  return String(fact);
}
