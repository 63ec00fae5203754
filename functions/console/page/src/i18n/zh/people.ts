import type { people as english } from "../en/people";

export const people: Record<keyof typeof english, string> = {
  "login.title": "登录",
  "login.name": "用户名",
  "login.password": "密码",
  "login.submit": "登录",
  "login.wrong": "用户名或密码不对。",
  "login.link": "正在通过一次性链接登录…",
  "login.linkUsed": "此链接已用过或已失效。请索取新的链接，或用密码登录。",
  "login.motto": "让每个群的炉火不灭。",
  "login.out": "退出登录",
  "role.viewer": "观察者",
  "role.operator": "运营",
  "role.owner": "所有者",
  "me.lead": "修改密码后，其他设备上的登录都会失效。",
  "me.choose": "您是通过一次性链接登录的，还没有密码。",
  "me.chooseNow": "现在设置",
  "me.current": "当前密码",
  "me.password": "新密码",
  "me.passwordHint": "至少 12 个字符。几个互不相关的词既好记又难猜。",
  "me.submit": "修改密码",
  "me.saved": "新密码已生效。",
};
