import { type Domain, type DomainState, removeDomain, turnDomain } from "../../api/domains";
import { useText } from "../../i18n/context";
import { useIsOwner, useMayChange } from "../../lib/session";
import { troubleName } from "../../lib/words";
import { Badge, type Tone } from "../../parts/Badge";
import { Confirm } from "../../parts/Confirm";
import { Time } from "../../parts/Time";
import { Places } from "./Places";

const TONES: Record<DomainState, Tone> = { ok: "good", blocked: "bad", off: "plain" };

interface Props {
  domain: Domain;
  /** All domains in their order. */
  hosts: string[];
  onChange: (all: Domain[]) => void;
}

/** One domain: how it is, and what operators and owners can do about it. */
export function DomainRow({ domain, hosts, onChange }: Props) {
  const t = useText();
  const { host, readable, state } = domain;
  const owner = useIsOwner();
  const turn = (to: DomainState) => async () => onChange(await turnDomain(host, to));
  return (
    <li class="row">
      <div class="row-main">
        <span class="name">{host}</span> {readable && <bdi class="hint">{readable}</bdi>}{" "}
        <Badge tone={TONES[state]}>{t(`domain.${state}`)}</Badge>{" "}
        {domain.chosen && <Badge tone="warm">{t("domain.chosen")}</Badge>}
        <Findings domain={domain} />
      </div>
      {useMayChange() && (
        <div class="row-side">
          {owner && <Places host={host} hosts={hosts} onChange={onChange} />}
          {state === "ok" && (
            <Confirm
              label={t("domain.report")}
              question={t("domain.reportSure", { host })}
              onYes={turn("blocked")}
              danger
            />
          )}
          {state !== "ok" && (
            <Confirm
              label={t("domain.restore")}
              question={t("domain.restoreSure", { host })}
              onYes={turn("ok")}
            />
          )}
          {state !== "off" && (
            <Confirm
              label={t("domain.switchOff")}
              question={t("domain.switchOffSure", { host })}
              onYes={turn("off")}
            />
          )}
          {owner && (
            <Confirm
              label={t("domain.remove")}
              question={t("domain.removeSure", { host })}
              onYes={async () => onChange(await removeDomain(host))}
              danger
            />
          )}
        </div>
      )}
    </li>
  );
}

function Findings({ domain: { state, why, since, checked, failures } }: { domain: Domain }) {
  const t = useText();
  const reason = why ? troubleName(why, t) : "";
  return (
    <div class="facts">
      {state !== "ok" && reason && <span>{reason}</span>}
      {state === "ok" && reason && failures > 0 && (
        <span>{t("domain.failed", { why: reason })}</span>
      )}
      {state === "blocked" && failures === 0 && checked > since && (
        <span>{t("domain.answers")}</span>
      )}
      <span>
        {t("domain.since")} <Time at={since} />
      </span>
      {checked > 0 && (
        <span>
          {t("domain.checked")} <Time at={checked} />
        </span>
      )}
    </div>
  );
}
