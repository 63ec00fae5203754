import { type Account, listAccounts } from "../../api/accounts";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { platformName } from "../../lib/words";
import { path } from "../../lib/router";
import { useIsOwner } from "../../lib/session";
import { Empty } from "../../parts/Empty";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";

export function AccountsPage() {
  const t = useText();
  const accounts = useLoad(listAccounts, []);
  const create = useIsOwner() && (
    <Link to="/new-account" class="button primary">
      {t("account.new")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("nav.accounts")} lead={t("account.what")} action={create} />
      <Loaded of={accounts}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("account.empty")}>{t("account.emptyNext")}</Empty>
          ) : (
            <ul class="rows">
              {all.map((account) => (
                <Row key={account.callback_path} account={account} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Row({ account }: { account: Account }) {
  const t = useText();
  const { platform } = account;
  return (
    <li class="row">
      <div class="row-main">
        <Link class="name" to={path`/accounts/${platform}/${account.account}`}>
          {account.name}
        </Link>
        <div class="facts">
          <span>{platformName(platform, t)}</span>
          <code>{account.account}</code>
        </div>
      </div>
    </li>
  );
}
