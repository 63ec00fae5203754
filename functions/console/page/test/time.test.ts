import assert from "node:assert/strict";
import { test } from "node:test";
import { momentOf, showTime, wallTime } from "../src/lib/time";

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);

test("a moment is shown as the zone's clocks show it", () => {
  const noon = at("2026-03-01T12:34:00Z");
  assert.equal(wallTime(noon, "Asia/Shanghai"), "2026-03-01T20:34");
  assert.equal(wallTime(noon, "America/New_York"), "2026-03-01T07:34");
  assert.equal(showTime(noon, "Asia/Shanghai", "zh-CN"), "2026年3月1日 20:34");
  assert.equal(showTime(noon, "Asia/Shanghai", "en-GB"), "1 Mar 2026, 20:34");
});

test("midnight is 00, not 24", () => {
  assert.equal(wallTime(at("2026-03-01T16:00:00Z"), "Asia/Shanghai"), "2026-03-02T00:00");
});

test("a wall time becomes the moment it means in that zone", () => {
  assert.equal(momentOf("2026-03-01T20:34", "Asia/Shanghai"), at("2026-03-01T12:34:00Z"));
  assert.equal(momentOf("2026-07-01T08:00", "America/New_York"), at("2026-07-01T12:00:00Z"));
  assert.equal(momentOf("2026-01-01T08:00", "UTC"), at("2026-01-01T08:00:00Z"));
  assert.equal(momentOf("2026-01-01T00:15", "Asia/Kathmandu"), at("2025-12-31T18:30:00Z"));
});

test("around changes of the clocks every wall time comes back the same", () => {
  for (const change of ["2026-03-29", "2026-10-25"]) {
    const midnight = at(`${change}T00:00Z`);
    for (let moment = midnight - 6 * HOUR; moment < midnight + 12 * HOUR; moment += HOUR / 4) {
      const wall = wallTime(moment, "Europe/Berlin");
      assert.equal(wallTime(momentOf(wall, "Europe/Berlin"), "Europe/Berlin"), wall);
    }
  }
});

test("an hour that is lived twice means its first time", () => {
  assert.equal(momentOf("2026-10-25T02:30", "Europe/Berlin"), at("2026-10-25T00:30:00Z"));
});

test("an hour that is skipped means as long after the gap began", () => {
  assert.equal(momentOf("2026-03-29T02:30", "Europe/Berlin"), at("2026-03-29T01:30:00Z"));
});
