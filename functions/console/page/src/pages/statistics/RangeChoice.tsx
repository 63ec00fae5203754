import { useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import {
  daysIn,
  daysOf,
  MOST_DAYS,
  MOST_DAYS_BY_HOUR,
  named,
  own,
  type Range,
  type RangeName,
  todayIn,
} from "../../lib/ranges";
import { Field } from "../../parts/form/Field";
import { Form } from "../../parts/form/Form";
import type { Answer } from "../../parts/form/values";
import { Segments } from "../../parts/Segments";

interface Props {
  range: Range;
  zone: string;
  onRange: (range: Range) => void;
}

/** Which days are looked at, and in how long spans. */
export function RangeChoice({ range, zone, onRange }: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const days = daysOf(range, zone, Date.now());
  const choose = (name: RangeName) => {
    setAsking(name === "own");
    if (name !== "own") onRange(named(name));
  };
  return (
    <div class="range">
      <div class="row">
        <Segments
          label={t("range.label")}
          value={asking ? "own" : range.name}
          onValue={choose}
          options={[
            ["today", t("range.today")],
            ["week", t("range.week")],
            ["month", t("range.month")],
            ["own", t("range.own")],
          ]}
        />
        {daysIn(...days) <= MOST_DAYS_BY_HOUR && (
          <Segments
            label={t("range.by")}
            value={range.by}
            onValue={(by) => onRange({ ...range, by })}
            options={[
              ["hour", t("range.hour")],
              ["day", t("range.day")],
            ]}
          />
        )}
      </div>
      {asking && <OwnRange days={days} zone={zone} onRange={onRange} />}
    </div>
  );
}

interface OwnProps {
  days: [from: string, to: string];
  zone: string;
  onRange: (range: Range) => void;
}

function OwnRange({ days, zone, onRange }: OwnProps) {
  const t = useText();
  const [first, last] = days;
  const [from, setFrom] = useState(first);
  const latest = todayIn(zone, Date.now());
  const [refusal, setRefusal] = useState("");
  const show = async (answer: Answer) => {
    const [since, until] = [answer.text("from"), answer.text("to")];
    const tooMany = daysIn(since, until) > MOST_DAYS;
    setRefusal(tooMany ? t("range.tooLong", { most: MOST_DAYS }) : "");
    if (!tooMany) onRange(own(since, until));
  };
  return (
    <Form onSubmit={show} submit={t("range.show")}>
      <div class="pair">
        <Field name="from" label={t("range.from", { zone })} required>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              class="input"
              required
              max={latest}
              defaultValue={first}
              onInput={(event) => setFrom(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field name="to" label={t("range.to")} required>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              class="input"
              required
              min={from}
              max={latest}
              defaultValue={last}
            />
          )}
        </Field>
      </div>
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </Form>
  );
}
