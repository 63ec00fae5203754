interface Props<T extends string> {
  label: string;
  options: readonly (readonly [value: T, words: string])[];
  value: T;
  onValue: (value: T) => void;
}

/** A few things of which one is chosen, side by side. */
export function Segments<T extends string>({ label, options, value, onValue }: Props<T>) {
  return (
    <div class="segments" role="group" aria-label={label}>
      {options.map(([option, words]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onValue(option)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
