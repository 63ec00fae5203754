import { useEffect } from "preact/hooks";
import { lookAtRefill } from "../../api/refill";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import logo from "../../logo.svg";
import { Alert } from "../../parts/Alert";
import { explainRefill } from "./explain";
import { Refilling } from "./Refilling";

/** For a phone, opened from a mail: the token behind the # is all that its holder has or needs. */
export function RefillPage({ token }: { token: string }) {
  const t = useText();
  const { load, again } = useLoad(() => lookAtRefill(token), [token]);
  useEffect(() => {
    document.title = `${t("refill.title")} · Hearth`;
  }, [t]);
  return (
    <main class="refill">
      <p class="refill-brand">
        <img src={logo} alt="" width="24" height="24" />
        {t("refill.title")}
      </p>
      {load.state === "loading" && (
        <p class="loading" role="status">
          {t("loading")}
        </p>
      )}
      {load.state === "failed" && (
        <Alert kind="bad">
          <p>{explainRefill(load.error, t)}</p>
          <button type="button" class="button" onClick={again}>
            {t("again")}
          </button>
        </Alert>
      )}
      {load.state === "ready" && <Refilling key={token} token={token} first={load.value} />}
    </main>
  );
}
