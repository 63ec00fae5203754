import { changeGroup, type Group, listGroups, UNASSIGNED } from "../../api/groups";
import { useText } from "../../i18n/context";
import { useCommunities } from "../../lib/communities";
import { useLoad } from "../../lib/load";
import { useMayChange } from "../../lib/session";
import { Alert } from "../../parts/Alert";
import { Empty } from "../../parts/Empty";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { Link } from "../../parts/Link";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { GroupFacts } from "./GroupFacts";

/** Groups that came in by callbacks and that nobody has given to a community yet. */
export function UnassignedPage() {
  const t = useText();
  const groups = useLoad(() => listGroups(UNASSIGNED), []);
  const noCommunity = useCommunities().all.length === 0;
  return (
    <>
      <PageHead title={t("nav.unassigned")} lead={t("group.unassignedLead")} />
      <Loaded of={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              title={t("group.noneUnassigned")}
              action={
                <button class="button" onClick={groups.again}>
                  {t("refresh")}
                </button>
              }
            >
              {t("group.noneUnassignedNext")}
            </Empty>
          ) : (
            <div class="stack">
              {noCommunity && <NeedsCommunity />}
              <ul class="rows">
                {all.map((group) => (
                  <Row key={group.group} group={group} again={groups.again} />
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function NeedsCommunity() {
  const t = useText();
  return (
    <Alert kind="note">
      <p>{t("group.needsCommunity")}</p>
      <Link to="/new-community">{t("community.new")}</Link>
    </Alert>
  );
}

function Row({ group, again }: { group: Group; again: () => void }) {
  const t = useText();
  const { all } = useCommunities();
  const assign = async (answer: Answer) => {
    const changes = { name: answer.text("name"), community: answer.text("community") };
    await changeGroup(group.group, changes);
    again();
  };
  return (
    <li class="stack">
      <GroupFacts group={group} />
      {useMayChange() && all.length > 0 && (
        <Form submit={t("group.assign")} onSubmit={assign}>
          <div class="pair">
            <TextField
              name="name"
              label={t("group.name")}
              value={group.name}
              maxLength={80}
              required
            />
            <SelectField
              name="community"
              label={t("group.community")}
              options={all.map((it) => [it.community, it.name])}
            />
          </div>
        </Form>
      )}
    </li>
  );
}
