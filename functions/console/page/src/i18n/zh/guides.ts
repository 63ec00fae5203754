import type { guides as english } from "../en/guides";

export const guides: Record<keyof typeof english, string> = {
  "guide.title": "在{platform}一侧的设置",
  "guide.callback": "回调地址",
  "guide.local": "此地址只能在这台机器上访问。要接入真实平台，请用公网地址打开控制台。",
  "guide.webhook": "第 4 步要用的地址",
  "guide.dingtalk.1":
    "在钉钉开发者后台打开（或新建）企业内部应用，把它的 AppSecret（Client Secret）填在本页。",
  "guide.dingtalk.2": "为应用添加机器人，消息接收模式选 HTTP 模式，并填入回调地址。",
  "guide.dingtalk.3": "发布应用版本，并把机器人加进您的群。",
  "guide.dingtalk.4":
    "仅在需要事件时：在“事件订阅”里选择 HTTP 推送，生成 Token 和 aes_key，连同 AppKey 填在本页。先在本页添加账号，再到那边保存：钉钉会当场验证回调地址。",
  "guide.dingtalk.limits":
    "Hearth 在钉钉只接收：能看到 @ 机器人的消息和发给它的单聊，看不到其他消息和成员进出，也不会发言、删除消息或移出成员。",
  "guide.feishu.1": "在飞书开放平台的开发者后台打开（或新建）企业自建应用，为它添加“机器人”能力。",
  "guide.feishu.2":
    "在“事件与回调 › 加密策略”里设置 Encrypt Key，把它和 Verification Token 填在本页。",
  "guide.feishu.3":
    "先在本页添加账号。再到“事件配置”里选择将事件发送至开发者服务器，填入回调地址：飞书会当场验证。",
  "guide.feishu.4":
    "添加消息、群成员、机器人、群信息和表情回复的事件，并为应用开通“获取群组中所有消息”权限。",
  "guide.feishu.5": "发布应用版本，并把机器人加进您的群。",
  "guide.feishu.limits":
    "Hearth 在飞书只接收：能看到机器人所在群里的消息和成员进出，不会发言、删除消息或移出成员。",
  "guide.official.1":
    "登录微信公众平台（mp.weixin.qq.com），打开“设置与开发 › 基本配置”，把 AppID 填在本页。",
  "guide.official.2":
    "在那里的“服务器配置”中：URL 填回调地址，Token 自己选定，EncodingAESKey 点“随机生成”，消息加解密方式选“安全模式”，数据格式选 XML；把 Token 和 EncodingAESKey 填在本页。先不要在那边提交。",
  "guide.official.3":
    "先在本页添加账号，再到那边提交并启用：微信会在提交时验证地址。若提示超时，再提交一次即可。",
  "guide.official.4":
    "启用服务器配置后，在公众平台上设置的自动回复和菜单可能失效。正在使用的公众号请先确认再操作。",
  "guide.official.limits":
    "Hearth 在公众号上只接收消息：谁关注、谁取消关注、扫的是哪个带参数的二维码、粉丝发来什么。它不会回复，公众号也不能进群。",
  "guide.onebot.1":
    "在 NapCat 网页的“网络配置”里新建“HTTP 客户端”：URL 填回调地址，Token 填一个自己选定的密钥；同一密钥也填在本页。",
  "guide.onebot.2":
    "再新建“HTTP 服务器”并设置 Token，把它的地址和 Token 填在本页。Hearth 必须能访问到这个地址。",
  "guide.onebot.3": "让这个 QQ 号加入您的群并设为管理员，否则无法删除消息或禁言。",
  "guide.onebot.limits":
    "OneBot 驱动的是个人 QQ 号，不在 QQ 用户协议允许的范围内，账号可能被封。请使用可以舍弃的号。",
  "guide.qq.1":
    "登录 QQ 开放平台（q.qq.com），打开（或新建）您的机器人，在“开发设置”里复制 AppID 和 AppSecret，填在本页。",
  "guide.qq.2": "先在本页添加账号：在那边填写地址时，QQ 会当场验证。",
  "guide.qq.3":
    "在机器人的“回调配置”里，请求地址填回调地址并确认，然后勾选事件：群事件和单聊事件全选，用到频道时也勾选频道事件。",
  "guide.qq.4":
    "把机器人加进您的群。默认情况下 QQ 只转发 @机器人 的消息；如果群内的机器人设置提供此选项，群主可以允许它接收全部消息。",
  "guide.qq.limits":
    "Hearth 在这里只接收：不发言，也不删除消息、禁言或移出成员。同一个人在每个群里的 ID 都不同，也不会提供 QQ 号。QQ 只接受 https 地址，端口限 443、80、8080 或 8443。",
  "guide.telegram.1": "向 @BotFather 发送 /newbot，把得到的 Bot Token 填在本页。",
  "guide.telegram.2": "向 @BotFather 发送 /setprivacy 并选择 Disable，这样机器人才能看到所有消息。",
  "guide.telegram.3":
    "把机器人加进您的群并设为管理员，授予“删除消息”“封禁用户”和“通过链接邀请用户”权限。",
  "guide.telegram.4":
    "在本页添加账号之后：复制下面的地址，把 BOT_TOKEN 和 SECRET_TOKEN 换成您自己的，在浏览器里打开一次。返回内容里应有 “ok”: true。",
  "guide.telegram.limits": "Telegram 只接受 https 地址，端口限 443、80、88 或 8443。",
  "guide.slack.1":
    "在 api.slack.com/apps 为您的工作区新建（或打开）一个应用，在 Basic Information 里复制 Signing Secret，填在本页。",
  "guide.slack.2":
    "先在本页添加账号，再到那边的 Event Subscriptions 里打开 Enable Events，把回调地址填为 Request URL，应显示 “Verified”。",
  "guide.slack.3":
    "在其下的 Subscribe to bot events 里添加 message.channels、message.groups、message.im、member_joined_channel、member_left_channel、channel_rename 和 group_rename，然后保存。",
  "guide.slack.4":
    "把应用安装到工作区，再用 /invite 加机器人的名字把它请进各个频道。它只能收到自己所在频道的事件。",
  "guide.slack.limits":
    "Hearth 在 Slack 上只接收：读取消息以及成员进出，不能发言、删除消息或移除成员。斜杠命令会被记录，但不会得到回复。",
  "guide.discord.1":
    "在 discord.com/developers/applications 新建（或打开）一个应用，在 General Information 里复制 Public Key，填在本页。",
  "guide.discord.2":
    "先在本页添加账号，再到那边把回调地址填为 Interactions Endpoint URL 并保存：Discord 会在保存时验证地址。",
  "guide.discord.3": "通过 Discord 的 API 注册应用的命令，并把应用安装到您的服务器。",
  "guide.discord.limits":
    "Hearth 在 Discord 上只接收，而且只能收到成员对应用下达的命令：普通消息和成员进出，Discord 不会发送到任何回调地址。下达命令的人会看到“已收到”。",
  "guide.wecom.1":
    "在企业微信管理后台的“应用管理”里打开（或新建）自建应用，选择“接收消息 › 设置 API 接收”。",
  "guide.wecom.2":
    "URL 填回调地址，Token 和 EncodingAESKey 点“随机获取”，并把两者填在本页。先不要在那边点保存。",
  "guide.wecom.3":
    "先在本页添加账号，再到那边点保存：企业微信会在保存时验证地址。若提示超时，再点一次即可。",
  "guide.wecom.4": "在“客户联系 › 可调用接口的应用”里勾选该应用，这样才能收到客户群的事件。",
  "guide.wecom.5":
    "如需让 Hearth 创建入群方式：把应用的 Secret 填在本页，并在应用的“企业可信 IP”里填入 Hearth 调用时的固定 IP。",
  "guide.wecom.limits":
    "企业微信会告知客户群里谁进谁出，但没有读取群消息、删除、禁言或发言的接口。",
};
