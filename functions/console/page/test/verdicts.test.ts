import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Verdict } from "../src/api/records";
import { same, upshot, wouldBe } from "../src/lib/verdicts";

const DELETE: Action = { kind: "delete", message: "7" };

function verdict(mode: string, fired: boolean, exempt = false): Verdict {
  const actions = fired ? [DELETE] : [];
  return {
    member: "1",
    version: 0,
    clean: !fired,
    exempt: { check: "staff", hit: exempt, details: "" },
    rulings: [{ rule: "links", mode, fired, findings: [], actions }],
    actions: mode === "on" && !exempt ? actions : [],
  };
}

test("a verdict comes to one of four things", () => {
  assert.equal(upshot(verdict("on", true)), "acted");
  assert.equal(upshot(verdict("on", false)), "clean");
  assert.equal(upshot(verdict("dry-run", true)), "dryRun");
  assert.equal(upshot(verdict("on", true, true)), "exempt");
  assert.equal(upshot(verdict("dry-run", true, true)), "dryRun");
});

test("what would have been done is what the rules that fired asked for", () => {
  assert.deepEqual(wouldBe(verdict("dry-run", true)), [DELETE]);
  assert.deepEqual(wouldBe(verdict("dry-run", false)), []);
});

test("actions are the same wish whether absent values are null or left out", () => {
  assert.ok(same(DELETE, { ...DELETE, text: null, member: null, seconds: null }));
  assert.ok(!same(DELETE, { ...DELETE, message: "8" }));
  assert.ok(!same({ kind: "mute", seconds: 60 }, { kind: "mute", seconds: 61 }));
});
