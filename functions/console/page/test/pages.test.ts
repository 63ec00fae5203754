import assert from "node:assert/strict";
import { test } from "node:test";
import { textIn } from "../src/i18n/text";
import { merged } from "../src/lib/feed";
import { forecast } from "../src/lib/forecast";
import { telegramWebhook } from "../src/pages/accounts/telegramWebhook";
import { exchanged } from "../src/pages/domains/order";
import { sentenceOf } from "../src/pages/notices/sentence";
import { ruleIn } from "../src/pages/rules/ruleForm";
import { lastMonths } from "../src/pages/system/months";
import type { Answer } from "../src/parts/form/values";

const filled = (values: Record<string, string>): Answer => ({
  text: (name) => values[name] ?? "",
  raw: (name) => values[name] ?? "",
  number: (name) => Number(values[name]),
  ticked: (name) => name in values,
  all: () => [],
});

test("a rule takes what was filled in and keeps what cannot be changed here", () => {
  const rule = {
    name: "links",
    mode: "on" as const,
    when: [{ check: "link" }, { check: "newcomer", hours: 72, messages: 3 }],
    then: [{ do: "delete" as const }],
  };
  const answer = filled({
    "rule2-mode": "dry-run",
    "rule2-hours": "24",
    "rule2-messages": "5",
    "rule2-mute": "on",
    "rule2-minutes": "1.5",
    "rule2-warn": "on",
    "rule2-text": "Hello {name}",
  });
  assert.deepEqual(ruleIn(rule, 2, answer), {
    name: "links",
    mode: "dry-run",
    when: [{ check: "link" }, { check: "newcomer", hours: 24, messages: 5 }],
    then: [
      { do: "warn", text: "Hello {name}" },
      { do: "mute", seconds: 90 },
    ],
  });
});

test("a feed shows each entry once, in its newest state", () => {
  const entries = (...states: string[]) => states.map((state) => ({ state, key: state[0]! }));
  const shown = merged(entries("c1", "b2"), entries("b1", "a1"), ({ key }) => key);
  assert.deepEqual(shown, entries("c1", "b2", "a1"));
});

test("the address for Telegram carries the callback as one value", () => {
  const address = new URL(telegramWebhook("https://hearth.example/webhook/telegram/shop"));
  assert.equal(address.searchParams.get("url"), "https://hearth.example/webhook/telegram/shop");
  assert.deepEqual(JSON.parse(address.searchParams.get("allowed_updates")!), [
    "message",
    "edited_message",
    "chat_member",
    "my_chat_member",
    "chat_join_request",
    "message_reaction",
  ]);
});

test("the months of the audit run back over new year", () => {
  const months = lastMonths(Date.parse("2026-02-28T23:00Z"));
  assert.deepEqual(months.slice(0, 4), ["2026-02", "2026-01", "2025-12", "2025-11"]);
  assert.equal(months.length, 24);
});

test("a notice is told with its facts, moments as the community's clocks show them", () => {
  const english = { t: textIn("en"), zone: "Asia/Shanghai", tag: "en-GB" };
  const facts = { code: "a", name: "Tea", percent: 80, left: 4, seats: 20, full_at: 0 };
  const at = Date.parse("2026-11-30T16:30Z");
  const hour = 3_600_000;
  const filling = (full_at: number, now: number, words = english) =>
    sentenceOf(
      { kind: "livecode-filling", facts: { ...facts, full_at }, raised: at - 9 * hour },
      { ...words, now },
    );
  assert.match(filling(0, at), /“Tea” is 80 % full: 4 of 20 .* full: not known yet\.$/);
  assert.match(
    filling(at, at - 3 * hour),
    /full: in about 3 h at this rate, 1 Dec 2026,? (at )?00:30\.$/,
  );
  assert.match(filling(at, at + hour), /full: 1 Dec 2026,? (at )?00:30\.$/);
  assert.match(filling(at - 9 * hour, at), /full: it is full now\.$/);
});

test("a forecast is told as far as it goes, in both languages", () => {
  const now = Date.parse("2026-11-30T16:30Z");
  const minute = 60_000;
  const told = (minutes: number, language: "en" | "zh") =>
    forecast(now + minutes * minute, { t: textIn(language), zone: "UTC", tag: "en-GB", now });
  assert.match(told(0.1, "en"), /^in about 1 min at this rate, 30 Nov/);
  assert.match(told(59, "zh"), /^按目前速度约 59 分钟后，/);
  assert.match(told(47 * 60, "zh"), /^按目前速度约 47 小时后，/);
  assert.match(told(72 * 60, "en"), /^in about 3 days at this rate/);
  assert.equal(told(31 * 24 * 60, "en"), "not within 30 days at this rate");
  assert.equal(told(1e9 * 60, "zh"), "按目前速度 30 天内不会满员");
});

test("a notice of a kind that is not known yet is told by its name", () => {
  const chinese = { t: textIn("zh"), zone: "UTC", tag: "zh-CN" };
  assert.equal(
    sentenceOf({ kind: "moon-full", facts: { name: "x" }, raised: 1 }, chinese),
    "moon-full",
  );
});

test("a blocked domain is told with the reason and with what replaces it", () => {
  const chinese = { t: textIn("zh"), zone: "UTC", tag: "zh-CN" };
  const facts = { domain: "a.example", why: "silent", instead: "" };
  assert.equal(
    sentenceOf({ kind: "domain-blocked", facts, raised: 1 }, chinese),
    "a.example 已无法打开 Hearth：超时无应答。活码现在改用：系统自身的地址。",
  );
});

test("a domain changes places with its neighbour", () => {
  assert.deepEqual(exchanged(["a", "b", "c"], 2, 1), ["a", "c", "b"]);
});
