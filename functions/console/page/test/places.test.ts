import assert from "node:assert/strict";
import test from "node:test";
import { moved } from "../src/pages/livecodes/places";

test("an entry changes places with its neighbour, and all others stay", () => {
  assert.deepEqual(moved(["a", "b", "c"], 1, -1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 1, 1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, 1), ["b", "a"]);
});
