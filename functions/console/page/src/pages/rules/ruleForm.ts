import type { Rule } from "../../api/rules";
import type { Answer } from "../../parts/form/values";

/** How the fields of the rule at `place` are called. */
export const fieldOf = (place: number, what: string): string => `rule${place}-${what}`;

export const SANCTIONS = ["warn", "delete", "mute", "kick"] as const;
export type SanctionName = (typeof SANCTIONS)[number];

/** `rule` with what was filled in; its name and its checks stay. */
export function ruleIn(rule: Rule, place: number, answer: Answer): Rule {
  const field = (what: string) => fieldOf(place, what);
  return {
    name: rule.name,
    mode: answer.text(field("mode")) as Rule["mode"],
    when: rule.when.map((condition) =>
      condition.check === "newcomer"
        ? {
            check: "newcomer",
            hours: answer.number(field("hours")),
            messages: answer.number(field("messages")),
          }
        : condition,
    ),
    then: SANCTIONS.filter((name) => answer.ticked(field(name))).map((name) => {
      if (name === "mute")
        return { do: name, seconds: Math.round(answer.number(field("minutes")) * 60) };
      if (name === "warn") return { do: name, text: answer.text(field("text")) };
      return { do: name };
    }),
  };
}
