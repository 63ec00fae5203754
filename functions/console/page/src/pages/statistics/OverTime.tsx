import { useState } from "preact/hooks";
import { type By, type Span, type Statistics, tableOf } from "../../api/statistics";
import { useSpeech } from "../../i18n/context";
import { tag } from "../../i18n/language";
import { allJoins } from "../../lib/figures";
import { useNumbers } from "../../lib/numbers";
import { showSpan, showSpanShortly } from "../../lib/spans";
import { BarChart } from "../../parts/BarChart";
import { Segments } from "../../parts/Segments";
import { Download } from "./Download";
import { TimeTable } from "./TimeTable";

const FIGURES = ["scans", "seats", "joins", "robots"] as const;
type Figure = (typeof FIGURES)[number];

const DAY = 26 * 3_600_000;

/** What a bar is made of: scans by new visitors below, by those who came before on top. */
function partsOf(span: Span, figure: Figure): number[] {
  if (figure === "scans") return [span.new, span.again];
  return [(figure === "joins" ? allJoins(span) : span[figure]) ?? 0];
}

/** A figure by hour or day: as bars, and as a table. */
export function OverTime({ statistics }: { statistics: Statistics }) {
  const { t, language } = useSpeech();
  const { count } = useNumbers();
  const [figure, setFigure] = useState<Figure>("scans");
  const { spans, since, until, time_zone, total } = statistics;
  const by = statistics.by as By;
  const told = FIGURES.filter((it) => it !== "joins" || total.joins !== null);
  const oneDay = until - since < DAY;
  const nameOf = ({ start }: Span) => showSpan(start, by, oneDay, time_zone, tag(language));
  const wordsOf = (span: Span) => {
    const [first = 0, second = 0] = partsOf(span, figure);
    const shown = { count: count(first + second), new: count(first), again: count(second) };
    const words = t(figure === "scans" ? "chart.scans" : `figure.${figure}`, shown);
    return `${nameOf(span)}${t("colon")}${figure === "scans" ? words : `${words} ${shown.count}`}`;
  };
  const bars = spans.map((span) => ({
    key: span.start,
    label: showSpanShortly(span.start, oneDay && by === "hour", time_zone, tag(language)),
    words: wordsOf(span),
    parts: partsOf(span, figure),
  }));
  return (
    <section class="card" aria-labelledby="over-time">
      <div class="row">
        <h2 id="over-time">{t(by === "hour" ? "chart.byHour" : "chart.byDay")}</h2>
        <Download href={tableOf(statistics, "time")} />
      </div>
      <Segments
        label={t("chart.figure")}
        value={figure}
        onValue={setFigure}
        options={told.map((it) => [it, t(`figure.${it}`)] as const)}
      />
      <BarChart label={t(`figure.${figure}`)} bars={bars} hint={t("chart.hint")} />
      {figure === "scans" && (
        <p class="facts">
          <span class="key key0">{t("figure.new")}</span>
          <span class="key key1">{t("figure.again")}</span>
        </p>
      )}
      <details class="way">
        <summary>{t("chart.table")}</summary>
        <TimeTable spans={spans} nameOf={nameOf} joins={total.joins !== null} />
      </details>
    </section>
  );
}
