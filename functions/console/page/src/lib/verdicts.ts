import type { Action, Verdict } from "../api/records";

/** What a verdict comes to. */
export type Upshot = "acted" | "exempt" | "dryRun" | "clean";

export function upshot({ actions, clean, exempt, rulings }: Verdict): Upshot {
  if (actions.length > 0) return "acted";
  if (clean) return "clean";
  return exempt.hit && rulings.some((it) => it.fired && it.mode === "on") ? "exempt" : "dryRun";
}

/** What the rules that fired without acting would have done. */
export const wouldBe = ({ rulings }: Verdict): Action[] =>
  rulings.filter(({ fired }) => fired).flatMap(({ actions }) => actions);

/** Whether two actions are the same wish. */
export const same = (one: Action, other: Action): boolean =>
  one.kind === other.kind &&
  (one.text ?? "") === (other.text ?? "") &&
  (one.message ?? "") === (other.message ?? "") &&
  (one.member ?? "") === (other.member ?? "") &&
  (one.seconds ?? 0) === (other.seconds ?? 0);
