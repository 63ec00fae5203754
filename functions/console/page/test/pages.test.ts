import assert from "node:assert/strict";
import { test } from "node:test";
import { merged } from "../src/lib/feed";
import { telegramWebhook } from "../src/pages/accounts/telegramWebhook";
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
  ]);
});

test("the months of the audit run back over new year", () => {
  const months = lastMonths(Date.parse("2026-02-28T23:00Z"));
  assert.deepEqual(months.slice(0, 4), ["2026-02", "2026-01", "2025-12", "2025-11"]);
  assert.equal(months.length, 24);
});
