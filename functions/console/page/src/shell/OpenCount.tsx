import { useText } from "../i18n/context";

const MOST = 99;

/** How many notices wait, beside the name of their page. */
export function OpenCount({ open }: { open: number }) {
  const t = useText();
  const many = open > MOST;
  return (
    <span class="count">
      <span aria-hidden="true">{many ? `${MOST}+` : open}</span>
      <span class="unseen">
        {many ? t("notice.manyOpen") : t("notice.openCount", { count: open })}
      </span>
    </span>
  );
}
