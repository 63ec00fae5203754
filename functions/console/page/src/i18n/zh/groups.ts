import type { groups as english } from "../en/groups";

export const groups: Record<keyof typeof english, string> = {
  comma: "、",
  "group.findNew": "新发现的群",
  "group.empty": "这个社群里还没有群",
  "group.emptyNext": "让您的机器人进群，并在群里说句话。该群随即出现在“新发现的群”里，您可以在那里把它归入本社群。",
  "group.unassignedLead": "您的机器人所在、但还不属于任何社群的群。规则在这些群里不起作用。",
  "group.noneUnassigned": "没有新发现的群",
  "group.noneUnassignedNext": "收到第一个回调后，群就会出现在这里：先添加账号，让机器人进群，再在群里说句话。",
  "group.needsCommunity": "要先有社群，才能接纳这些群。",
  "group.assign": "归入此社群",
  "group.name": "名称",
  "group.community": "社群",
  "group.can": "Hearth 在此可以：{what}",
  "group.cannot": "Hearth 在此只能观察",
  "can.post": "发言",
  "can.delete": "删除消息",
  "can.mute": "禁言",
  "can.kick": "移出成员",
};
