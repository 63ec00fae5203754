import assert from "node:assert/strict";
import { test } from "node:test";
import { textIn } from "../src/i18n/text";
import { allJoins, axisEnd, showShare, turnedAway } from "../src/lib/figures";
import { daysIn, daysOf, later, momentsOf, named, own } from "../src/lib/ranges";
import { showSpan } from "../src/lib/spans";
import { deviceName } from "../src/lib/words";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-22T17:30Z");
const utc = (text: string) => Date.parse(text);

test("today is the day that the community's clocks show", () => {
  assert.deepEqual(momentsOf(named("today"), "Asia/Shanghai", NOW), [
    utc("2026-11-22T16:00Z"),
    utc("2026-11-23T16:00Z"),
  ]);
  assert.deepEqual(daysOf(named("today"), "America/New_York", NOW), ["2026-11-22", "2026-11-22"]);
});

test("a week is today and the six days before it", () => {
  assert.deepEqual(daysOf(named("week"), "Asia/Shanghai", NOW), ["2026-11-17", "2026-11-23"]);
  assert.deepEqual(daysOf(named("month"), "UTC", NOW), ["2026-10-24", "2026-11-22"]);
});

test("days may be of 23 or 25 hours", () => {
  const length = (day: string) => {
    const [since, until] = momentsOf(own(day, day), "Europe/Berlin", NOW);
    return (until - since) / HOUR;
  };
  assert.deepEqual(["2026-03-29", "2026-10-25", "2026-11-01"].map(length), [23, 25, 24]);
});

test("days are counted over the ends of months and years", () => {
  assert.equal(later("2027-12-31", 60), "2028-02-29");
  assert.equal(later("2028-03-01", -1), "2028-02-29");
  assert.equal(daysIn("2026-11-22", "2026-11-22"), 1);
  assert.equal(daysIn("2026-09-01", "2026-12-01"), 92);
});

test("spans suit the length of the range", () => {
  const spans = [named("today"), named("week"), own("2026-11-21", "2026-11-22")].map((it) => it.by);
  assert.deepEqual(spans, ["hour", "day", "hour"]);
  assert.equal(own("2026-11-20", "2026-11-22").by, "day");
});

test("a span is called by when it began", () => {
  const at = utc("2026-11-22T16:00Z");
  assert.equal(showSpan(at, "hour", true, "Asia/Shanghai", "en-GB"), "00:00");
  assert.equal(showSpan(at, "day", false, "Asia/Shanghai", "en-GB"), "Mon 23 Nov");
  assert.match(showSpan(at, "hour", false, "Asia/Shanghai", "zh-CN"), /11月23日.*00:00/);
});

test("an axis holds the most and has a whole middle", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 7, 10, 11, 61, 100, 4321].map(axisEnd),
    [2, 2, 2, 4, 8, 10, 20, 80, 100, 6000],
  );
});

test("shares are told where there is a whole", () => {
  assert.equal(showShare(1, 3, "en-GB"), "33.3%");
  assert.equal(showShare(0, 0, "en-GB"), "");
});

test("joins that nobody tells of are not 0", () => {
  assert.equal(allJoins({ joins: null, joins_estimated: null }), null);
  assert.equal(allJoins({ joins: 0, joins_estimated: 2 }), 2);
});

test("nobody is turned away when returning visitors took seats anew", () => {
  assert.equal(turnedAway({ new: 5, seats: 3 }), 2);
  assert.equal(turnedAway({ new: 5, seats: 6 }), 0);
});

test("devices are named in words, those of tomorrow as they are", () => {
  const t = textIn("zh");
  assert.equal(deviceName("wechat-ios", t), "微信 · 苹果手机或平板");
  assert.equal(deviceName("browser-fridge", t), "浏览器 · fridge");
  assert.equal(deviceName("", t), "未知");
});
