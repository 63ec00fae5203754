import type { ways as english } from "../en/ways";

export const ways: Record<keyof typeof english, string> = {
  "way.title": "下一个入群方式",
  "way.lead": "机器人可以为这个活码单独创建入群方式。由此入群的人，能与其他来源区分开。",
  "way.open": "让机器人创建入群方式",
  "way.order": "创建",
  "way.leave": "留作待办",
  "way.group": "进入哪个群",
  "way.noGroups": "这个社群里还没有群。",
  "way.byHand":
    "{platform}没有供机器人使用的接口。请在软件里手动新建接替“{group}”的群，再把它的二维码或链接添加为去向。也可以留到“待办”里。",
  "way.seats": "最多可入群人数",
  "way.seatsWecom": "群满后，企业微信会自动新建下一个群。",
  "way.until": "有效期至（{zone}）",
  "way.untilHint": "留空则不过期。",
  "way.channel": "投放渠道",
  "way.channelHint": "会成为名称的一部分，例如 “poster”。只保留 a–z、数字和 -。",
  "way.taskLeft": "已加入“待办”。",
  "way.ordered": "已下单创建 {way}。平台创建完成后，它会成为一个去向。",
  "way.there": "{way} 已创建，就是最后一个去向。",
};
