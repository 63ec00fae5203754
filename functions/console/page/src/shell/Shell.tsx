import { listCommunities } from "../api/communities";
import { useText } from "../i18n/context";
import { CommunitiesContext } from "../lib/communities";
import { useLoad } from "../lib/load";
import { useSession } from "../lib/session";
import { Loaded } from "../parts/Loaded";
import { PasswordNotice } from "./PasswordNotice";
import { Pages } from "./Pages";
import { TodoCounts } from "./TodoCounts";
import { Side } from "./Side";

/** The frame around all pages: who and where on the side, the page beside it. */
export function Shell() {
  const t = useText();
  const { session } = useSession();
  const communities = useLoad(listCommunities, []);
  const all = communities.load.state === "ready" ? communities.load.value : [];
  return (
    <CommunitiesContext.Provider value={{ all, again: communities.again }}>
      <a class="skip" href="#content">
        {t("skip")}
      </a>
      <TodoCounts>
        <div class="shell">
          <Side />
          <main class="main" id="content">
            {!session.has_password && <PasswordNotice />}
            <Loaded of={communities}>{() => <Pages />}</Loaded>
          </main>
        </div>
      </TodoCounts>
    </CommunitiesContext.Provider>
  );
}
