import type { refill as english } from "../en/refill";

export const refill: Record<keyof typeof english, string> = {
  "refill.title": "上传下一个群的二维码",
  "refill.choose": "拍照或选图",
  "refill.other": "换一张图片",
  "refill.more": "再添加一个群",
  "refill.use": "使用这个群",
  "refill.done":
    "完成：前面的群满了以后，访客也会被引向这个群。名额足够的话，“待办”里对此活码的提醒约一分钟后自动关闭。",
  "refill.group": "群",
  "refill.fullAt": "预计满员：",
  "refill.expiresAt": "最早过期的群二维码：",
  "refill.capacityHint": "与上一个群相同。",
  "refill.here": "此活码已经通向这个群，请换另一个群的二维码。",
  "refill.elsewhere": "本社群的另一个活码也通向这个群。",
  "refill.what": "在群里打开群二维码并截图。图片只用于识别，不会保存。",
  "refill.over": "此链接已失效：链接在 7 天后或被撤销后不能再用。请在控制台的活码页面获取新链接。",
  "refill.moved":
    "有人抢先一步：此活码刚刚被改动，这个群没有添加。上面是最新的满员情况；如果仍需要这个群，请再点一次。",
  "refill.gone": "此链接对应的活码已不存在。",
  "refill.lead":
    "给同事手机用的链接：拿到的人 7 天内免登录即可给此活码添加群，不能做别的。关于此活码的邮件里也有。",
  "refill.link": "补群链接",
  "refill.until": "有效期至 ",
  "refill.make": "复制补群链接，发给同事的手机",
  "refill.revoke": "撤销所有链接",
  "refill.revokeSure": "让此活码的所有链接（包括邮件里的）立即失效吗？",
  "refill.revoked": "此前生成的链接已全部失效。",
};
