import { useText } from "../../i18n/context";
import { SelectField } from "../../parts/form/inputs";

const ROLES = ["viewer", "operator", "owner"] as const;

export function RoleField() {
  const t = useText();
  return (
    <SelectField
      name="role"
      label={t("operator.role")}
      hint={t("operator.roleHint")}
      value="operator"
      options={ROLES.map((role) => [role, t(`role.${role}`)])}
    />
  );
}
