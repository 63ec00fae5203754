import type { visit as english } from "../en/visit";

export const visit: Record<keyof typeof english, string> = {
  "visit.title": "访客看到的页面",
  "visit.lead":
    "显示群二维码的页面会说明怎样入群。它是一个不需要脚本的小页面，按访客手机的语言显示中文或英文。",
  "visit.steps": "入群步骤",
  "visit.stepsHint": "每行一步，最多 6 步。留空时，Hearth 会按访客所在的应用写出步骤。",
  "visit.rules": "群规",
  "visit.rulesHint": "每行一条，最多 3 条。",
  "visit.ownColour": "使用自己的颜色",
  "visit.colour": "颜色",
  "visit.logo": "标志",
  "visit.logoHint": "显示在名称旁边。图片会在本浏览器里缩小。",
  "visit.removeLogo": "移除标志",
  "visit.noPicture": "本浏览器无法显示这个文件，它可能不是图片。",
  "visit.forLinks": "邀请链接也显示在页面上（带按钮），而不是直接跳转",
  "visit.save": "保存页面",
  "visit.tooMuch": "最多 {most} 行，每行最多 {longest} 个字符。",
  "visit.preview": "访客看到的页面",
  "visit.scene": "谁在看",
  "visit.scene.wechat": "群二维码，在微信里",
  "visit.scene.browser": "群二维码，在手机浏览器里",
  "visit.scene.desktop": "群二维码，在电脑上",
  "visit.scene.link": "邀请链接",
  "visit.scene.person": "联系人",
  "visit.scene.full": "没有群可进",
  "visit.language": "语言",
};
