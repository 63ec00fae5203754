import type { Action } from "../api/records";
import { known, type Text } from "../i18n/text";

/** Names that the dictionaries know are translated; others stay as they are. */
const named = (family: string, name: string, t: Text): string => {
  const key = known(`${family}.${name}`);
  return key ? t(key) : name;
};

export const platformName = (platform: string, t: Text) => named("platform", platform, t);
export const ruleName = (rule: string, t: Text) => named("ruleName", rule, t);
export const checkName = (check: string, t: Text) => named("check", check, t);
export const otherName = (type: string, t: Text) => named("other", type, t);
export const troubleName = (why: string, t: Text) => named("trouble", why, t);
export const changeName = (what: string, t: Text) => named("change", what, t);

/** App and system as in `wechat-ios`; empty when not known. */
export function deviceName(device: string, t: Text): string {
  const [app = "", system = ""] = device.split("-");
  if (!device) return t("device.unknown");
  return `${named("app", app, t)} · ${named("system", system, t)}`;
}

type Names = Readonly<Record<string, string>>;

/** An action as a sentence; `names` knows members by their ids. */
export function sentenceOf(action: Action, t: Text, names: Names = {}): string {
  const { kind, text, member, seconds, name } = action;
  const who = names[member ?? ""] ?? member ?? "";
  const minutes = Math.round((seconds ?? 0) / 6) / 10;
  return t(`action.${kind}`, { text: text ?? "", member: who, minutes, name: name ?? "" });
}
