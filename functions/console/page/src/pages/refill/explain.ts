import { ApiError } from "../../api/client";
import type { Text } from "../../i18n/text";
import { explain } from "../../lib/explain";

/** What went wrong, for somebody who is not logged in and cannot be. */
export function explainRefill(error: unknown, t: Text): string {
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 401) return t("refill.over");
  if (status === 404) return t("refill.gone");
  if (status === 409) return t("refill.moved");
  return explain(error, t);
}
