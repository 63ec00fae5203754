import type { community as english } from "../en/community";

export const community: Record<keyof typeof english, string> = {
  "community.new": "新建社群",
  "community.create": "创建社群",
  "community.empty": "还没有社群",
  "community.emptyNext":
    "社群是您运营的对象，群、规则、活码和定时发布都属于它。先建一个社群，再添加机器人账号。",
  "community.what": "群、规则、活码和定时发布都属于社群。群可以稍后再加入。",
  "community.name": "名称",
  "community.language": "成员使用的语言",
  "community.zone": "时区",
  "community.goal": "目标",
  "community.goalHint": "您最终希望成员做什么，例如“下第一单”。",
  "community.goalIs": "目标：{goal}",
  "language.zh": "中文",
  "language.en": "英文",
};
