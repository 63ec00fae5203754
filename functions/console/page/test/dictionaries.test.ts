import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { en } from "../src/i18n/en";
import { fill, textIn } from "../src/i18n/text";
import { zh } from "../src/i18n/zh";

const english: Record<string, string> = en;
const chinese: Record<string, string> = zh;
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

test("both languages have the same keys", () => {
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
});

test("no text is empty", () => {
  for (const [key, text] of [...Object.entries(english), ...Object.entries(chinese)]) {
    assert.ok(text.trim(), key);
  }
});

test("both languages use the same values", () => {
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(names(chinese[key] ?? ""), names(text), key);
  }
});

test("Chinese texts are Chinese, but for names that are not translated", () => {
  const names = ["QQ（OneBot）", "Telegram", "Slack", "Discord", "English"];
  for (const [key, text] of Object.entries(chinese)) {
    const word = /\p{Letter}/u.test(text) && !names.includes(text);
    assert.ok(!word || /\p{Script=Han}/u.test(text), `${key}: ${text}`);
  }
});

test("Chinese texts name no section by words that are not translated", () => {
  for (const [key, text] of Object.entries(chinese)) {
    assert.ok(!/“[A-Z][a-z]+( [a-z]+)+”/.test(text), `${key}: ${text}`);
  }
});

test("every text is used", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith("i18n/en") && !name.startsWith("i18n/zh"),
    )
    .map((name) => readFileSync(join("src", name), "utf8"))
    .join("\n");
  const families = [
    ...[...sources.matchAll(/`([\w.]+\.)\$\{/g)].map((found) => found[1]!),
    ...[...sources.matchAll(/named\("(\w+)"/g)].map((found) => `${found[1]}.`),
  ];
  const unused = Object.keys(english).filter(
    (key) => !sources.includes(`"${key}"`) && !families.some((start) => key.startsWith(start)),
  );
  assert.deepEqual(unused, []);
});

test("values are put in their places", () => {
  assert.equal(fill("{a} and {b}", { a: 1, b: "two" }), "1 and two");
  assert.equal(fill("{missing}", {}), "{missing}");
  assert.equal(textIn("en")("invalid.least", { min: 3 }), "Must be at least 3.");
});
