import type { notices as english } from "../en/notices";

export const notices: Record<keyof typeof english, string> = {
  "nav.todo": "待办",
  "nav.todoEverywhere": "系统待办",
  "notice.openCount": "{count} 条待处理",
  "notice.manyOpen": "99 条以上待处理",
  "notice.lead": "需要您知道或处理的事。每件事只通知一次，在这里，也通过邮件。",
  "notice.leadEverywhere": "与整个系统有关的事。与某个社群有关的，在该社群的待办里。",
  "notice.state": "显示",
  "notice.open": "未处理",
  "notice.all": "全部（保留一年）",
  "notice.none": "没有待办",
  "notice.noneWhy": "活码快满员或快过期，或需要您动手时，会出现在这里。",
  "notice.task": "任务",
  "notice.urgency.info": "提示",
  "notice.urgency.warning": "警告",
  "notice.urgency.alarm": "紧急",
  "notice.look": "去看看",
  "notice.finish": "已处理",
  "notice.doneBy": "由 {who} 处理",
  "notice.itself": "炉边系统",
  "notice.untold": "邮件尚未发出",
  "notice.unknownTime": "尚不能预计",
  "forecast.in": "按目前速度约 {span}后，{moment}",
  "forecast.now": "现已满员",
  "forecast.far": "按目前速度 30 天内不会满员",
  "forecast.minutes": "{count} 分钟",
  "forecast.hours": "{count} 小时",
  "forecast.days": "{count} 天",
  "notice.ownAddress": "系统自身的地址",
  "notice.livecode-expiring":
    "“{name}”的去向“{destination}”还有 {hours} 小时过期（{expires_at}），请在此之前更换。",
  "notice.livecode-filling":
    "“{name}”已用 {percent}%：{seats} 个名额还剩 {left} 个。预计满员时间：{full_at}。",
  "notice.livecode-full":
    "“{name}”已没有群可进：{seats} 个名额全部占满或停用。{shown}请立即添加去向。",
  "notice.shown.person": "访客看到的是联系人。",
  "notice.shown.nobody": "访客目前无处可去。",
  "notice.livecode-next-group":
    "请手动新建群“{group}”，并添加到“{name}”：还剩 {left} 个名额。预计满员时间：{full_at}。",
  "notice.domain-blocked": "{domain} 已无法打开 Hearth：{why}。活码现在改用：{instead}。",
};
