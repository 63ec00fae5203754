import assert from "node:assert/strict";
import { test } from "node:test";
import { guideIn, LONGEST_LINE, tooMuch } from "../src/pages/guide/guideForm";
import type { Answer } from "../src/parts/form/values";

const filled = (values: Record<string, string>): Answer => ({
  text: (name) => (values[name] ?? "").trim(),
  raw: (name) => values[name] ?? "",
  number: (name) => Number(values[name]),
  ticked: (name) => name in values,
  all: () => [],
});

test("a guide takes a line for each step and no empty ones", () => {
  const answer = filled({ steps: " a \n\n b\n", rules: "", colour: "#123456", for_links: "on" });
  assert.deepEqual(guideIn(answer, "data:x"), {
    steps: ["a", "b"],
    rules: [],
    colour: "",
    logo: "data:x",
    for_links: true,
  });
});

test("a colour counts where it was chosen", () => {
  const answer = filled({ colour: "#123456", own_colour: "on" });
  assert.equal(guideIn(answer, "").colour, "#123456");
});

test("too many lines and too long ones are told by their field", () => {
  const lines = (many: number) => Array.from({ length: many }, () => "x");
  const wrong = (steps: string[], rules: string[]) => tooMuch({ steps, rules });
  assert.equal(wrong(lines(6), lines(3)), undefined);
  assert.equal(wrong(lines(7), []), "steps");
  assert.equal(wrong([], lines(4)), "rules");
  assert.equal(wrong([], ["𠮷".repeat(LONGEST_LINE)]), undefined);
  assert.equal(wrong([], ["x".repeat(LONGEST_LINE + 1)]), "rules");
  assert.equal(wrong([], []), undefined);
});
