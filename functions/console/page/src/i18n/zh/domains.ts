import type { domains as english } from "../en/domains";

export const domains: Record<keyof typeof english, string> = {
  "nav.domains": "域名",
  "domain.lead":
    "活码用哪些域名对外发布。所有地址和图片都使用排在最前的可用域名；被封的域名会立即在各处被替换。",
  "domain.none": "还没有自己的域名",
  "domain.noneWhy":
    "活码目前使用此控制台的地址。聊天应用有时会封禁链接：有多个域名时，另一个会立即接替。",
  "domain.noneHealthy": "目前没有可用的域名：活码使用此控制台的地址。",
  "domain.name": "域名",
  "domain.nameHint":
    "例如 https://go.example.org。它必须已经指向本系统：见运维文档的“Your own domains”一节。",
  "domain.new": "添加域名",
  "domain.create": "检查并添加",
  "domain.enteredOff": "{host} 已添加，但未启用：{why}。",
  "domain.ok": "可用",
  "domain.blocked": "被封",
  "domain.off": "已停用",
  "domain.chosen": "正在使用",
  "domain.since": "自",
  "domain.checked": "上次检查",
  "domain.failed": "上次检查失败：{why}",
  "domain.answers": "已恢复应答",
  "domain.report": "报告被封",
  "domain.reportSure":
    "不再使用 {host} 吗？所有地址和图片会立即改用另一个域名，已印刷的活码仍是旧域名。",
  "domain.restore": "恢复使用",
  "domain.restoreSure": "恢复使用 {host} 吗？请先确认它能在聊天应用里打开。",
  "domain.switchOff": "停用",
  "domain.switchOffSure": "不再使用 {host} 吗？",
  "domain.up": "上移 {host}",
  "domain.down": "下移 {host}",
  "domain.remove": "移除",
  "domain.removeSure": "从列表移除 {host} 吗？只要它的解析还在，仍会指向这里。",
  "trouble.reported": "运营人员报告",
  "trouble.unresolved": "域名无法解析",
  "trouble.private": "域名指向非公网地址",
  "trouble.unreachable": "无法连接",
  "trouble.insecure": "没有有效的证书",
  "trouble.silent": "超时无应答",
  "trouble.redirected": "被跳转到别处",
  "trouble.stranger": "应答的不是本系统",
};
