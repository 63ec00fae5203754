import type { Community } from "../../api/communities";
import type { Contact } from "../../api/contacts";
import { useText } from "../../i18n/context";
import { path } from "../../lib/router";
import { Confirm } from "../../parts/Confirm";
import { Link } from "../../parts/Link";
import { Time } from "../../parts/Time";

interface Props {
  contact: Contact;
  community: Community;
  onErase: () => Promise<void>;
}

/** One address, what was agreed to, and the way to forget it. */
export function ContactCard({ contact, community, onErase }: Props) {
  const t = useText();
  const { address, name, code, channel, person, agreed, agreed_to, kept_until } = contact;
  const zone = community.time_zone;
  return (
    <li class="stack">
      <div class="row">
        <div class="row-main">
          <div class="name">{address}</div>
          <div class="facts">
            {name && <span>{name}</span>}
            {code && (
              <Link to={path`/communities/${community.community}/livecodes/${code}`}>{code}</Link>
            )}
            {channel && <span>{t("contact.channel", { channel })}</span>}
            {person && <span>{t("contact.person", { person })}</span>}
          </div>
        </div>
        <div class="row-side">
          <Time at={agreed} zone={zone} />
          <Confirm
            label={t("contact.erase")}
            question={t("contact.eraseSure", { address })}
            onYes={onErase}
            danger
          />
        </div>
      </div>
      <details>
        <summary class="small">{t("contact.agreed")}</summary>
        <p class="hint">{agreed_to}</p>
        <p class="hint">
          {t("contact.until")}
          <Time at={kept_until} zone={zone} />
        </p>
      </details>
    </li>
  );
}
