import type { Reading } from "../../api/pictures";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { path } from "../../lib/router";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";

interface Props {
  community: string;
  code: string;
  reading: Reading;
}

/** What was found on a picture, and whether it is in use. */
export function ReadingView({ community, code, reading }: Props) {
  const t = useText();
  const { kind, platform, sure, picture } = reading;
  const name = known(`payload.${platform || "unknown"}`) ?? "payload.other";
  return (
    <div class="stack">
      <div class="destination">
        <img src={picture} alt={t("picture.drawn")} />
        <div class="stack">
          <b>
            {t(name)} · {t(`destination.${kind}`)}
          </b>
          {!sure && <p class="hint">{t("picture.unsure")}</p>}
          <code class="soft">{reading.payload}</code>
        </div>
      </div>
      {kind === "person" && <Alert kind="note">{t("picture.person")}</Alert>}
      <Uses community={community} code={code} reading={reading} />
    </div>
  );
}

function Uses({ community, code, reading: { also_in, complete } }: Props) {
  const t = useText();
  const title = (note: string) => (note ? ` (${note})` : "");
  return (
    <>
      {also_in.length > 0 && (
        <Alert kind="note">
          <b>{t("picture.inUse")}</b>
          <ul>
            {also_in.map((use) => (
              <li key={use.code + use.destination}>
                {use.code === code ? (
                  t("picture.here")
                ) : (
                  <Link to={path`/communities/${community}/livecodes/${use.code}`}>{use.name}</Link>
                )}
                {title(use.note)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {!complete && <p class="hint">{t("picture.incomplete")}</p>}
    </>
  );
}
