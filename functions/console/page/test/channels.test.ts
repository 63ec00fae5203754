import assert from "node:assert/strict";
import { test } from "node:test";
import { badChannel, channelsIn } from "../src/pages/livecodes/channelLines";

test("a line is a channel, and what stands behind its first word is its name", () => {
  assert.deepEqual(channelsIn("door Door of the shop\n\n  微博，官方 微博 \nmail-7,\t\n"), [
    { key: "door", label: "Door of the shop" },
    { key: "微博", label: "官方 微博" },
    { key: "mail-7", label: "" },
  ]);
});

test("a long name is cut to what the table takes", () => {
  assert.equal(channelsIn(`a ${"x".repeat(90)}`)[0]!.label.length, 80);
});

test("what cannot be part of an address is found before it is sent", () => {
  const first = (text: string) => badChannel(channelsIn(text));
  assert.equal(first("door\n微博\nmail-7\nv1.2_b"), undefined);
  assert.equal(first("door\na/b\nc/d"), "a/b");
  assert.equal(first(".."), "..");
  assert.equal(first("x".repeat(41)), "x".repeat(41));
});
