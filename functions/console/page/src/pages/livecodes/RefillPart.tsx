import { useState } from "preact/hooks";
import { makeRefillLink, type RefillLink, revokeRefillLinks } from "../../api/refill";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { Confirm } from "../../parts/Confirm";
import { Copy } from "../../parts/Copy";
import { Doing } from "../../parts/Doing";
import { Time } from "../../parts/Time";

/** A link for a colleague's phone, to be copied; and the end of all that were made. */
export function RefillPart({ code, zone }: { code: string; zone: string }) {
  const t = useText();
  const [link, setLink] = useState<RefillLink>();
  const [revoked, setRevoked] = useState(false);
  const make = async () => {
    const made = await makeRefillLink(code);
    setRevoked(false);
    setLink(made);
    // A browser may refuse it; the link can be copied from the field then.
    await navigator.clipboard.writeText(made.address).catch(() => undefined);
  };
  const revoke = async () => {
    await revokeRefillLinks(code);
    setLink(undefined);
    setRevoked(true);
  };
  return (
    <section class="card stack" aria-labelledby="refill">
      <h2 id="refill">{t("refill.title")}</h2>
      <p class="hint">{t("refill.lead")}</p>
      {link && (
        <div class="field">
          <Copy value={link.address} label={t("refill.link")} />
          <p class="hint">
            {t("refill.until")}
            <Time at={link.expires} zone={zone} />
          </p>
        </div>
      )}
      {revoked && <Alert kind="good">{t("refill.revoked")}</Alert>}
      <div class="actions">
        <Doing label={t("refill.make")} act={make} />
        <Confirm label={t("refill.revoke")} question={t("refill.revokeSure")} onYes={revoke} />
      </div>
    </section>
  );
}
