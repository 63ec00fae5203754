import { useText } from "../i18n/context";
import type { Key } from "../i18n/text";
import { useCommunity } from "../lib/communities";
import { path } from "../lib/router";
import { useIsOwner, useMayChange } from "../lib/session";
import { useTodo } from "../lib/todo";
import { Link } from "../parts/Link";
import { OpenCount } from "./OpenCount";

const COMMUNITY = ["todo", "groups", "rules", "livecodes", "waiting", "posts", "settings"] as const;
/** Addresses of people, which viewers do not see. */
const PRIVATE = "waiting";
const SETUP: readonly (readonly [string, Key])[] = [
  ["/todo", "nav.todoEverywhere"],
  ["/accounts", "nav.accounts"],
  ["/unassigned", "nav.unassigned"],
  ["/domains", "nav.domains"],
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
  const todo = useTodo();
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
            {COMMUNITY.filter((part) => operator || part !== PRIVATE).map((part) => (
              <Item
                key={part}
                to={path`/communities/${community.community}/${part}`}
                at={at}
                label={t(`nav.${part}`)}
                open={part === "todo" ? todo.inside : 0}
              />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t("nav.system")}</h2>
        <ul>
          {setup.map(([to, key]) => (
            <Item
              key={to}
              to={to}
              at={at}
              label={t(key)}
              open={to === "/todo" ? todo.everywhere : 0}
            />
          ))}
        </ul>
      </section>
    </nav>
  );
}

interface ItemProps {
  to: string;
  at: string;
  label: string;
  /** Notices behind it that nobody has dealt with. */
  open?: number;
}

function Item({ to, at, label, open = 0 }: ItemProps) {
  const current = to === "/" ? at === "/" : at === to || at.startsWith(`${to}/`);
  return (
    <li>
      <Link to={to} current={current}>
        {label}
        {open > 0 && <OpenCount open={open} />}
      </Link>
    </li>
  );
}
