import type { VNode } from "preact";
import { match, useHere } from "../lib/router";
import { AccountPage } from "../pages/accounts/AccountPage";
import { AccountsPage } from "../pages/accounts/AccountsPage";
import { NewAccountPage } from "../pages/accounts/NewAccountPage";
import { CommunitiesPage } from "../pages/CommunitiesPage";
import { DomainsPage } from "../pages/domains/DomainsPage";
import { UnassignedPage } from "../pages/groups/UnassignedPage";
import { MePage } from "../pages/MePage";
import { MissingPage } from "../pages/MissingPage";
import { NewCommunityPage } from "../pages/NewCommunityPage";
import { NoticesPage } from "../pages/notices/NoticesPage";
import { OperatorsPage } from "../pages/people/OperatorsPage";
import { TokensPage } from "../pages/people/TokensPage";
import { AuditPage } from "../pages/system/AuditPage";
import { DeadLettersPage } from "../pages/system/DeadLettersPage";
import { CommunityPages } from "./CommunityPages";

type Values = Record<string, string>;

const PAGES: readonly (readonly [pattern: string, page: (values: Values) => VNode])[] = [
  ["/", () => <CommunitiesPage />],
  ["/new-community", () => <NewCommunityPage />],
  ["/accounts", () => <AccountsPage />],
  ["/new-account", () => <NewAccountPage />],
  [
    "/accounts/:platform/:account",
    ({ platform = "", account = "" }) => <AccountPage platform={platform} account={account} />,
  ],
  ["/unassigned", () => <UnassignedPage />],
  ["/operators", () => <OperatorsPage />],
  ["/tokens", () => <TokensPage />],
  ["/todo", () => <NoticesPage />],
  ["/domains", () => <DomainsPage />],
  ["/dead-letters", () => <DeadLettersPage />],
  ["/audit", () => <AuditPage />],
  ["/me", () => <MePage />],
];

/** The page that the address names. */
export function Pages() {
  const at = useHere();
  if (at.startsWith("/communities/")) return <CommunityPages at={at} />;
  for (const [pattern, page] of PAGES) {
    const values = match(pattern, at);
    if (values) return <div key={at}>{page(values)}</div>;
  }
  return <MissingPage key={at} />;
}
