import { useText } from "../../i18n/context";
import { type Key, known } from "../../i18n/text";
import { platformName } from "../../lib/words";
import { Alert } from "../../parts/Alert";
import { Copy } from "../../parts/Copy";
import { telegramWebhook } from "./telegramWebhook";

interface Props {
  platform: string;
  /** Path that the platform's callbacks go to. */
  callback: string;
}

const LOCAL = /^(localhost|127\.|\[::1\])/;

/** What to paste where on the vendor's side, step by step. */
export function Guide({ platform, callback }: Props) {
  const t = useText();
  const address = location.origin + callback;
  const limits = known(`guide.${platform}.limits`);
  return (
    <section class="card" aria-labelledby="guide">
      <h2 id="guide">{t("guide.title", { platform: platformName(platform, t) })}</h2>
      <Address label={t("guide.callback")} value={address} />
      {LOCAL.test(location.hostname) && <Alert kind="note">{t("guide.local")}</Alert>}
      <ol class="steps">
        {stepsOf(platform).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      {platform === "telegram" && (
        <Address label={t("guide.webhook")} value={telegramWebhook(address)} />
      )}
      {limits && <p class="hint">{t(limits)}</p>}
    </section>
  );
}

function Address({ label, value }: { label: string; value: string }) {
  return (
    <div class="field">
      <span class="legend">{label}</span>
      <Copy value={value} label={label} />
    </div>
  );
}

const stepsOf = (platform: string): Key[] =>
  [1, 2, 3, 4, 5]
    .map((step) => known(`guide.${platform}.${step}`))
    .filter((key) => key !== undefined);
