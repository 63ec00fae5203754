import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { type Lines, type Statistics, tableOf } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { useNumbers } from "../../lib/numbers";
import { ShareBar } from "../../parts/ShareBar";
import { Download } from "./Download";

export interface Line {
  key: string;
  name: ComponentChildren;
  /** What the bar and the share are of. */
  value: number;
  more?: ComponentChildren[];
}

interface Props {
  statistics: Statistics;
  of: Lines;
  title: string;
  /** What `name`, `value` and `more` are called. */
  heads: readonly [name: string, value: string, ...more: string[]];
  lines: readonly Line[];
  hint?: string;
}

const AT_FIRST = 10;

/** A figure told apart by something: a line for each, with its share of all of them. */
export function Breakdown({ statistics, of, title, heads, lines, hint }: Props) {
  const t = useText();
  const id = useId();
  const [most, setMost] = useState(AT_FIRST);
  const [name, value, ...more] = heads;
  const whole = lines.reduce((sum, line) => sum + line.value, 0);
  if (lines.length === 0) return null;
  return (
    <section class="card" aria-labelledby={id}>
      <div class="row">
        <h2 id={id}>{title}</h2>
        <Download href={tableOf(statistics, of)} />
      </div>
      {hint && <p class="hint">{hint}</p>}
      <table class="figures" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {[value, ...more].map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <Row key={line.key} line={line} whole={whole} />
          ))}
        </tbody>
      </table>
      {lines.length > most && (
        <button type="button" class="button small" onClick={() => setMost(lines.length)}>
          {t("more")}
        </button>
      )}
    </section>
  );
}

function Row({ line: { name, value, more = [] }, whole }: { line: Line; whole: number }) {
  const { count, share } = useNumbers();
  return (
    <tr>
      <th scope="row">
        {name}
        <ShareBar part={value} whole={whole} />
      </th>
      <td class="number">
        {count(value)}
        <span class="share">{share(value, whole)}</span>
      </td>
      {more.map((cell, index) => (
        <td key={index} class="number">
          {cell}
        </td>
      ))}
    </tr>
  );
}
