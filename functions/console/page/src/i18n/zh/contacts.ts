import type { contacts as english } from "../en/contacts";

export const contacts: Record<keyof typeof english, string> = {
  "contact.titleOf": "{code} 的候补名单",
  "contact.lead":
    "因没有群可进而留下联系方式的人。系统不会自动联系任何人。联系方式保存一年，或直到您删除。",
  "contact.none": "没有人在等候",
  "contact.noneWhy": "活码的群都满员时，页面会请访客留下联系方式。",
  "contact.waiting": "因没有群可进而留下联系方式的人数：{count}。",
  "contact.look": "查看候补名单",
  "contact.back": "返回活码",
  "contact.export": "导出名单（CSV）",
  "contact.channel": "来自 {channel}",
  "contact.person": "由 {person} 邀请",
  "contact.agreed": "同意的内容",
  "contact.until": "保存至 ",
  "contact.erase": "删除",
  "contact.eraseSure": "删除 {address}？此操作无法撤销。",
  "nav.waiting": "候补名单",
};
