import { useState } from "preact/hooks";
import { type AuditEntry, pageOfAudit } from "../../api/system";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { changeName } from "../../lib/words";
import { Badge } from "../../parts/Badge";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { SelectField } from "../../parts/form/inputs";
import { PageHead } from "../../parts/PageHead";
import { Time } from "../../parts/Time";
import { lastMonths } from "./months";

const keyOf = ({ id }: AuditEntry) => id;

/** Who changed what, month by month. */
export function AuditPage() {
  const t = useText();
  const months = lastMonths(Date.now());
  const [month, setMonth] = useState(months[0]!);
  const feed = useFeed((cursor) => pageOfAudit(month, cursor), keyOf, [month]);
  return (
    <div class="stack">
      <PageHead title={t("nav.audit")} lead={t("audit.lead")} />
      <div class="form">
        <SelectField
          name="month"
          label={t("audit.month")}
          value={month}
          options={months.map((it) => [it, it] as const)}
          onValue={setMonth}
        />
      </div>
      <FeedList of={feed} empty={<Empty title={t("audit.none")}>{t("audit.noneWhy")}</Empty>}>
        {(entry) => <Entry key={entry.id} entry={entry} />}
      </FeedList>
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useText();
  const { at, who, via, address, what, on, before, after, failed } = entry;
  const hasValues = Object.keys(before).length + Object.keys(after).length > 0;
  return (
    <li>
      <div class="event-head">
        <span class="writer">
          <b>{changeName(what, t)}</b>
          <code class="soft">{on}</code>
          {failed && <Badge tone="bad">{t("audit.failed")}</Badge>}
        </span>
        <Time at={at} />
      </div>
      <div class="facts">
        <span>{who}</span>
        <span>{t(`via.${via}` as "via.password")}</span>
        <span>{address}</span>
      </div>
      {failed && <p class="hint">{failed}</p>}
      {hasValues && (
        <details>
          <summary>{t("details")}</summary>
          <pre class="dump">{JSON.stringify({ before, after }, null, 2)}</pre>
        </details>
      )}
    </li>
  );
}
