import type { Span } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { useNumbers } from "../../lib/numbers";
import { Joins } from "./Joins";

interface Props {
  spans: readonly Span[];
  nameOf: (span: Span) => string;
  joins: boolean;
}

const FIGURES = ["scans", "new", "again", "seats", "robots"] as const;

/** The figures of every span, for those who do not see the bars. */
export function TimeTable({ spans, nameOf, joins }: Props) {
  const t = useText();
  const { count } = useNumbers();
  return (
    <div class="wide" role="region" aria-label={t("chart.table")} tabIndex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t("figure.time")}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" class="number">
                {t(`figure.${figure}`)}
              </th>
            ))}
            {joins && (
              <th scope="col" class="number">
                {t("figure.joins")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={span.start}>
              <th scope="row">{nameOf(span)}</th>
              {FIGURES.map((figure) => (
                <td key={figure} class="number">
                  {count(span[figure])}
                </td>
              ))}
              {joins && (
                <td class="number">
                  <Joins of={span} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
