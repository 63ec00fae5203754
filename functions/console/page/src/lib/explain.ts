import { ApiError } from "../api/client";
import type { Text } from "../i18n/text";

/** What went wrong, in the operator's words. */
export function explain(error: unknown, t: Text): string {
  if (!(error instanceof ApiError)) throw error;
  const { status, message, retryAfter } = error;
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
export function wrongFields(error: unknown, form: HTMLFormElement): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const told = { ...error.fields, ...quoted(error) };
  const here = Object.entries(told).filter(([name]) => form.elements.namedItem(name));
  return Object.fromEntries(here);
}

/** Refusals by the rules of the domain name the field in quotation marks. */
function quoted({ status, message }: ApiError): Record<string, string> {
  const name = status === 422 ? /“(\w+)”/.exec(message)?.[1] : undefined;
  return name ? { [name]: message } : {};
}
