import { ApiError } from "../api/client";
import { known, type Text } from "../i18n/text";

/** What went wrong, in the operator's words. */
export function explain(error: unknown, t: Text): string {
  if (!(error instanceof ApiError)) throw error;
  const { status, message, retryAfter } = error;
  const reason = worded(error, t);
  if (reason) return reason;
  if (status === 0) return t("failed.offline");
  if (status === 401) return t("failed.loggedOut");
  if (status === 403) return t("failed.forbidden");
  if (status === 404) return t("failed.missing");
  if (status === 409) return t("failed.conflict", { message });
  if (status === 429) return t("failed.often", { seconds: retryAfter });
  if (status >= 500) return t("failed.server");
  return t("failed.refused", { message });
}

/** What is wrong with fields that stand in the form, by their names. */
export function wrongFields(
  error: unknown,
  form: HTMLFormElement,
  t: Text,
): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const told = { ...error.fields, ...quoted(error, t) };
  const here = Object.entries(told).filter(([name]) => form.elements.namedItem(name));
  return Object.fromEntries(here);
}

/** Refusals by the rules of the domain name the field in quotation marks. */
function quoted(error: ApiError, t: Text): Record<string, string> {
  const { status, message } = error;
  const name = status === 422 ? /“(\w+)”/.exec(message)?.[1] : undefined;
  return name ? { [name]: worded(error, t) ?? message } : {};
}

/** Refusals that have a word for programs are said in the operator's language. */
function worded({ reason }: ApiError, t: Text): string | undefined {
  const key = reason ? known(`refused.${reason}`) : undefined;
  return key && t(key);
}
