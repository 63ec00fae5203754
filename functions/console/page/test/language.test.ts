import assert from "node:assert/strict";
import { test } from "node:test";
import { preferred, tag } from "../src/i18n/language";

test("what was chosen before wins", () => {
  assert.equal(preferred("zh", ["en-US"]), "zh");
});

test("otherwise the browser's first language that Hearth speaks", () => {
  assert.equal(preferred(null, ["fr-FR", "zh-Hant-TW", "en"]), "zh");
  assert.equal(preferred("klingon", ["en-US", "zh-CN"]), "en");
});

test("otherwise English", () => {
  assert.equal(preferred(null, ["fr"]), "en");
  assert.equal(preferred(null, []), "en");
});

test("the tag says which Chinese", () => {
  assert.equal(tag("zh"), "zh-CN");
});
