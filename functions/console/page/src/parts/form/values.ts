/** What was filled into a form, by the names of its fields. */
export interface Answer {
  /** Without blanks at the ends. */
  text: (name: string) => string;
  /** As typed: for passwords. */
  raw: (name: string) => string;
  number: (name: string) => number;
  ticked: (name: string) => boolean;
  /** Values of all ticked boxes of that name. */
  all: (name: string) => string[];
}

export function answerOf(form: HTMLFormElement): Answer {
  const data = new FormData(form);
  const raw = (name: string) => String(data.get(name) ?? "");
  const text = (name: string) => raw(name).trim();
  return {
    text,
    raw,
    number: (name) => Number(text(name)),
    ticked: (name) => data.has(name),
    all: (name) => data.getAll(name).map(String),
  };
}
