import { useText } from "../i18n/context";
import type { Key } from "../i18n/text";
import { useCommunity } from "../lib/communities";
import { path } from "../lib/router";
import { useIsOwner, useMayChange } from "../lib/session";
import { Link } from "../parts/Link";

const COMMUNITY = ["groups", "rules", "livecodes", "posts", "settings"] as const;
const SETUP: readonly (readonly [string, Key])[] = [
  ["/accounts", "nav.accounts"],
  ["/unassigned", "nav.unassigned"],
  ["/dead-letters", "nav.deadLetters"],
];
const OWNER: readonly (readonly [string, Key])[] = [
  ["/operators", "nav.operators"],
  ["/tokens", "nav.tokens"],
];
const OPERATOR: readonly (readonly [string, Key])[] = [["/audit", "nav.audit"]];

export function Nav({ at }: { at: string }) {
  const t = useText();
  const owner = useIsOwner();
  const operator = useMayChange();
  const community = useCommunity(decodeURIComponent(at.split("/")[2] ?? ""));
  const inside = at.startsWith("/communities/") && community;
  const setup = [...SETUP, ...(owner ? OWNER : []), ...(operator ? OPERATOR : [])];
  return (
    <nav class="nav" aria-label={t("nav.label")}>
      <ul>
        <Item to="/" at={at} label={t("nav.communities")} />
      </ul>
      {inside && (
        <section>
          <h2>{community.name}</h2>
          <ul>
            {COMMUNITY.map((part) => (
              <Item
                key={part}
                to={path`/communities/${community.community}/${part}`}
                at={at}
                label={t(`nav.${part}`)}
              />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t("nav.system")}</h2>
        <ul>
          {setup.map(([to, key]) => (
            <Item key={to} to={to} at={at} label={t(key)} />
          ))}
        </ul>
      </section>
    </nav>
  );
}

function Item({ to, at, label }: { to: string; at: string; label: string }) {
  const current = to === "/" ? at === "/" : at === to || at.startsWith(`${to}/`);
  return (
    <li>
      <Link to={to} current={current}>
        {label}
      </Link>
    </li>
  );
}
