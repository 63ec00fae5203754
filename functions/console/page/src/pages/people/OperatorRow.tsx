import { changeOperator, type Operator } from "../../api/people";
import { useText } from "../../i18n/context";
import { useSession } from "../../lib/session";
import { Badge } from "../../parts/Badge";
import { Confirm } from "../../parts/Confirm";

interface Props {
  operator: Operator;
  again: () => void;
  relink: (name: string) => Promise<void>;
}

export function OperatorRow({ operator, again, relink }: Props) {
  const t = useText();
  const { session } = useSession();
  const { name, role, disabled } = operator;
  const switchAccess = async () => {
    await changeOperator(name, { disabled: !disabled });
    again();
  };
  return (
    <li class="row">
      <div class="row-main">
        <span class="name">{name}</span>
        <div class="facts">
          <span>{t(`role.${role}`)}</span>
          {disabled && <Badge tone="bad">{t("operator.disabled")}</Badge>}
          {!operator.has_password && <Badge tone="note">{t("operator.noPassword")}</Badge>}
        </div>
      </div>
      {name !== session.name && (
        <div class="row-side">
          {!disabled && (
            <Confirm
              label={t("operator.newLink")}
              question={t("operator.newLinkSure", { name })}
              onYes={() => relink(name)}
            />
          )}
          <Confirm
            label={t(disabled ? "operator.letIn" : "operator.shutOut")}
            question={t(disabled ? "operator.letInSure" : "operator.shutOutSure", { name })}
            onYes={switchAccess}
            danger={!disabled}
          />
        </div>
      )}
    </li>
  );
}
