import { type LiveCode, qrOf } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Copy } from "../../parts/Copy";

/** The picture and address that are given out, and that never change. */
export function CodePicture({ code }: { code: LiveCode }) {
  const t = useText();
  const address = location.origin + code.path;
  return (
    <section class="card code-picture" aria-label={t("livecode.giveOut")}>
      <img src={qrOf(code.code)} alt={t("livecode.pictureOf", { name: code.name })} />
      <div class="stack">
        <div class="field">
          <span class="legend">{t("livecode.address")}</span>
          <Copy value={address} label={t("livecode.address")} />
          <p class="hint">{t("livecode.channelHint", { address })}</p>
        </div>
        <div class="actions">
          <a class="button" href={qrOf(code.code)} target="_blank" rel="noreferrer">
            {t("livecode.print")}
          </a>
          <a class="button" href={qrOf(code.code)} download={`${code.code}.svg`}>
            {t("livecode.download")}
          </a>
        </div>
      </div>
    </section>
  );
}
