import assert from "node:assert/strict";
import { test } from "node:test";
import { reason } from "../src/i18n/findings";
import { textIn } from "../src/i18n/text";

const zh = textIn("zh");
const said = (check: string, details: string) => reason({ check, hit: true, details }, zh);

test("what the checks write is said in the operator's language, with its values", () => {
  assert.equal(said("link", "no link in the message"), "消息里没有链接");
  assert.equal(
    said("link", "2 link(s), the first is https://a.example/x"),
    "消息里有 2 个链接，第一个是 https://a.example/x",
  );
  assert.match(said("newcomer", "joined 5.2 h ago, newcomer for 72 h"), /^5\.2 小时前.*72 小时/);
  assert.match(
    said("newcomer", "message 1 seen of a member whose join was not seen, newcomer for 3"),
    /第 1 条.*前 3 条/,
  );
  assert.match(said("staff", "role is admin"), /管理员/);
});

test("a form that is not known is shown as it was written", () => {
  assert.equal(said("moon", "it is full"), "it is full");
  assert.equal(said("link", "no link but a riddle"), "no link but a riddle");
});

test("values that look like places for values stay as they are", () => {
  assert.match(said("link", "1 link(s), the first is https://a.example/{count}"), /\{count\}$/);
});
