import type { Guide } from "../../api/guides";
import type { Answer } from "../../parts/form/values";

export const MOST_STEPS = 6;
export const MOST_RULES = 3;
export const LONGEST_LINE = 80;

/** Hearth's own colour, where no other is chosen. */
export const EMBER = "#a63d12";

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The guide as it is filled in. */
export const guideIn = (answer: Answer, logo: string): Guide => ({
  steps: linesIn(answer.raw("steps")),
  rules: linesIn(answer.raw("rules")),
  colour: answer.ticked("own_colour") ? answer.text("colour") : "",
  logo,
  for_links: answer.ticked("for_links"),
});

/** Which field has too many lines or too long ones. */
export function tooMuch({
  steps,
  rules,
}: Pick<Guide, "steps" | "rules">): "steps" | "rules" | undefined {
  const wrong = (lines: string[], most: number) =>
    lines.length > most || lines.some((line) => [...line].length > LONGEST_LINE);
  if (wrong(steps, MOST_STEPS)) return "steps";
  return wrong(rules, MOST_RULES) ? "rules" : undefined;
}
