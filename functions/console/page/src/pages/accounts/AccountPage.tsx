import { getAccount, listPlatforms, removeAccount } from "../../api/accounts";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { navigate } from "../../lib/router";
import { useIsOwner } from "../../lib/session";
import { Confirm } from "../../parts/Confirm";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { AccountForm } from "./AccountForm";
import { Guide } from "./Guide";

export function AccountPage({ platform, account }: { platform: string; account: string }) {
  const t = useText();
  const owner = useIsOwner();
  const found = useLoad(
    () => Promise.all([getAccount(platform, account), listPlatforms()]),
    [platform, account],
  );
  const remove = async () => {
    await removeAccount(platform, account);
    navigate("/accounts");
  };
  return (
    <Loaded of={found} back={["/accounts", t("nav.accounts")]}>
      {([it, platforms]) => (
        <div class="stack">
          <PageHead title={it.name} back={["/accounts", t("nav.accounts")]} />
          <Guide platform={platform} callback={it.callback_path} />
          {owner && (
            <AccountForm
              account={it}
              fields={platforms.find((known) => known.platform === platform)?.fields ?? []}
              again={found.again}
            />
          )}
          {owner && (
            <div>
              <Confirm
                label={t("account.remove")}
                question={t("account.removeSure", { name: it.name })}
                onYes={remove}
                danger
              />
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}
