import type { Text } from "../../i18n/text";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** What is wrong with a control's content, in words; undefined when nothing is. */
export function problem(control: Control, t: Text): string | undefined {
  const { validity } = control;
  if (validity.valid) return undefined;
  if (validity.valueMissing) return t("invalid.missing");
  if (validity.badInput) return t("invalid.unreadable");
  if (validity.typeMismatch) return t("invalid.address");
  if (validity.rangeUnderflow || validity.rangeOverflow) return outOfRange(control, t);
  if (validity.tooShort) return t("invalid.short", { least: limits(control).minLength });
  if (validity.tooLong) return t("invalid.long", { most: limits(control).maxLength });
  if (validity.stepMismatch) return t("invalid.whole");
  return t("invalid.form");
}

/** Controls that are not inputs have empty limits. */
const limits = (control: Control) => control as HTMLInputElement;

function outOfRange(control: Control, t: Text): string {
  const [min, max] = [limits(control).min, limits(control).max].map((it) => it.replace("T", " "));
  if (min && max) return t("invalid.between", { min, max });
  if (min && control.type === "datetime-local") return t("invalid.over", { min });
  return min ? t("invalid.least", { min }) : t("invalid.most", { max: max ?? "" });
}

/** Problems of all controls of a form, by the controls' names. */
export function problems(form: HTMLFormElement, t: Text): Record<string, string> {
  const found = [...form.elements].filter(isControl).map((control) => {
    const text = problem(control, t);
    return text ? ([control.name, text] as const) : undefined;
  });
  return Object.fromEntries(found.filter((pair) => pair !== undefined));
}

export function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  const first = [...form.elements].filter(isControl).find(({ name }) => names.includes(name));
  first?.focus();
}
