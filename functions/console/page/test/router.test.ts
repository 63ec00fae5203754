import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, here, match, path } from "../src/lib/router";

test("addresses lose the part they share", () => {
  assert.equal(here("/console"), "/");
  assert.equal(here("/console/"), "/");
  assert.equal(here("/console/accounts/"), "/accounts");
});

test("a page’s address leads back to it", () => {
  for (const to of ["/", "/accounts", "/communities/tea/groups"]) {
    assert.equal(here(addressOf(to)), to);
  }
  assert.equal(addressOf("/"), "/console");
});

test("names in a pattern take the values of the address", () => {
  assert.deepEqual(match("/communities/:c/groups", "/communities/tea/groups"), { c: "tea" });
  assert.equal(match("/communities/:c", "/accounts/tea"), undefined);
  assert.equal(match("/communities/:c", "/communities/tea/groups"), undefined);
});

test("values with special characters survive the way there and back", () => {
  const group = "telegram:shop:-100/茶 %";
  const address = path`/groups/${group}`;
  assert.equal(address.split("/").length, 3);
  assert.deepEqual(match("/groups/:g", address), { g: group });
});
