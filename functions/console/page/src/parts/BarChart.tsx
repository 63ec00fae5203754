import { useRef, useState } from "preact/hooks";
import { axisEnd } from "../lib/figures";
import { useNumbers } from "../lib/numbers";

export interface Bar {
  key: number;
  /** Below the bar, where there is room. */
  label: string;
  /** All that the bar tells, in words. */
  words: string;
  /** From the bottom up. */
  parts: readonly number[];
}

interface Props {
  label: string;
  bars: readonly Bar[];
  /** Shown as long as no bar is chosen. */
  hint: string;
}

const WIDTH = 10;
const GAP = 1.5;
const HEIGHT = 100;
/** The least that can be seen. */
const LEAST = 1;

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

const heightOf = ({ parts }: Bar): number => parts.reduce((sum, part) => sum + part, 0);

/** Bars side by side: one stop for the keyboard, arrow keys go from bar to bar. */
export function BarChart({ label, bars, hint }: Props) {
  const { count } = useNumbers();
  const [at, setAt] = useState<number>();
  const drawing = useRef<SVGSVGElement>(null);
  const end = axisEnd(Math.max(...bars.map(heightOf)));

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const last = bars.length - 1;
    const next = Math.min(last, Math.max(0, step(at ?? 0, last)));
    (drawing.current?.children[next + GRID.length] as SVGElement | undefined)?.focus();
  };

  return (
    <div class="chart">
      <p class="chart-said" aria-hidden="true">
        {(at !== undefined && bars[at]?.words) || hint}
      </p>
      <div class="chart-axis" aria-hidden="true">
        {[end, end / 2, 0].map((value) => (
          <span key={value}>{count(value)}</span>
        ))}
      </div>
      <svg
        ref={drawing}
        role="list"
        aria-label={label}
        viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        onKeyDown={move}
        onPointerLeave={() => setAt(undefined)}
      >
        {GRID.map((y) => (
          <line key={y} class="chart-line" x2={bars.length * WIDTH} y1={y} y2={y} />
        ))}
        {bars.map((bar, index) => (
          <Column
            key={bar.key}
            bar={bar}
            x={index * WIDTH}
            end={end}
            reached={index === (at ?? 0)}
            onReach={() => setAt(index)}
          />
        ))}
      </svg>
      <div class="chart-labels" aria-hidden="true">
        {labelled(bars).map(({ key, label: below }) => (
          <span key={key}>{below}</span>
        ))}
      </div>
    </div>
  );
}

const GRID = [0, HEIGHT / 2, HEIGHT];

/** First, middle and last. */
const labelled = (bars: readonly Bar[]): Bar[] =>
  [...new Set([0, Math.floor((bars.length - 1) / 2), bars.length - 1])].flatMap(
    (index) => bars[index] ?? [],
  );

interface ColumnProps {
  bar: Bar;
  x: number;
  end: number;
  reached: boolean;
  onReach: () => void;
}

function Column({ bar, x, end, reached, onReach }: ColumnProps) {
  let top = HEIGHT;
  return (
    <g
      role="listitem"
      aria-label={bar.words}
      tabIndex={reached ? 0 : -1}
      onFocus={onReach}
      onPointerEnter={onReach}
    >
      <title>{bar.words}</title>
      <rect class="chart-reach" x={x} width={WIDTH} height={HEIGHT} />
      {bar.parts.map((part, index) => {
        const height = part > 0 ? Math.max(LEAST, (HEIGHT * part) / end) : 0;
        top -= height;
        return (
          <rect
            key={index}
            class={`chart-part${index}`}
            x={x + GAP}
            y={top}
            width={WIDTH - 2 * GAP}
            height={height}
          />
        );
      })}
    </g>
  );
}
