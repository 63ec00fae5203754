import { useText } from "../../i18n/context";

/** Fetches a table for spreadsheets. */
export function Download({ href }: { href: string }) {
  const t = useText();
  return (
    <a class="button small" href={href} download>
      {t("statistics.download")}
    </a>
  );
}
