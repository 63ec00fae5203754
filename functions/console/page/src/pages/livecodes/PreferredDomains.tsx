import { listDomains } from "../../api/domains";
import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { useLoad } from "../../lib/load";
import { Choice, Choices } from "../../parts/form/Choices";
import { Form } from "../../parts/form/Form";
import { Loaded } from "../../parts/Loaded";

interface Props {
  code: LiveCode;
  onChange: (code: LiveCode) => void;
}

/** Under which of the installation's domains this code is rather given out. */
export function PreferredDomains({ code, onChange }: Props) {
  const t = useText();
  const found = useLoad(listDomains, []);
  const save = async (hosts: string[]) =>
    onChange(await changeLiveCode(code.code, { domains: hosts }));
  return (
    <Loaded of={found}>
      {(all) =>
        all.length === 0 ? null : (
          <section class="card" aria-labelledby="own-domains">
            <h2 id="own-domains">{t("domain.own")}</h2>
            <p class="hint">{t("domain.ownHint")}</p>
            <Form submit={t("save")} onSubmit={(answer) => save(answer.all("domains"))}>
              <Choices label={t("nav.domains")} name="domains">
                {all.map(({ host, state }) => (
                  <Choice
                    key={host}
                    name="domains"
                    value={host}
                    checked={code.domains.includes(host)}
                    onChecked={() => undefined}
                  >
                    {host} {state !== "ok" && `(${t(`domain.${state}`)})`}
                  </Choice>
                ))}
              </Choices>
            </Form>
          </section>
        )
      }
    </Loaded>
  );
}
