export const guides = {
  "guide.title": "On the side of {platform}",
  "guide.callback": "Callback address",
  "guide.local":
    "This address leads to this machine only. For a real platform, open the console by its public address.",
  "guide.webhook": "Address for step 4",
  "guide.dingtalk.1":
    "In DingTalk’s developer console, open your internal app (or create one) and enter its AppSecret here.",
  "guide.dingtalk.2":
    "Add the robot to the app, choose HTTP as the way to receive messages, and paste the callback address.",
  "guide.dingtalk.3": "Publish a version of the app and add the robot to your groups.",
  "guide.dingtalk.4":
    "Only for events: under Event subscription choose HTTP push, let token and AES key be made up, and enter both here with the AppKey. Create the account here before you save there: DingTalk checks the callback address at that moment.",
  "guide.dingtalk.limits":
    "Hearth only listens on DingTalk: it hears what mentions the robot and what people write to it alone. Other messages, comings and goings do not reach it, and it does not post, delete or remove there.",
  "guide.feishu.1":
    "In Feishu’s developer console, open your self-built app (or create one) and add the bot to its features.",
  "guide.feishu.2":
    "Under Events and callbacks › Encryption strategy, set an Encrypt Key. Enter it here with the Verification Token.",
  "guide.feishu.3":
    "Create the account here first. Then, under Event configuration, choose sending to a developer’s server and paste the callback address: Feishu checks it at that moment.",
  "guide.feishu.4":
    "Add the events of messages, members, bot, chat and reactions, and give the app the right to read all messages of group chats.",
  "guide.feishu.5": "Publish a version of the app and add the bot to your groups.",
  "guide.feishu.limits":
    "Hearth only listens on Feishu: it hears messages, comings and goings in groups that the bot is in. It does not post, delete or remove there.",
  "guide.official.1":
    "Log in to mp.weixin.qq.com, open Settings and development › Basic configuration, and enter the AppID here.",
  "guide.official.2":
    "Under server configuration there: paste the callback address as URL, make up a token, let the EncodingAESKey be generated, and choose safe mode and XML. Enter both here. Do not submit there yet.",
  "guide.official.3":
    "Create the account here first, then submit there and enable the configuration: WeChat checks the address at that moment. If it takes too long, submit once more.",
  "guide.official.4":
    "While it is enabled, automatic replies and the menu set on that site may no longer work. Look before you do this on an account in use.",
  "guide.official.limits":
    "Hearth only listens here: who follows and who leaves, by which QR code with a scene, and what followers write. It does not answer them, and an Official Account is in no groups.",
  "guide.onebot.1":
    "In NapCat’s web page, under network configuration, add an HTTP client: paste the callback address as URL and a secret of your choice as token. Enter the same secret here.",
  "guide.onebot.2":
    "Add an HTTP server there, with a token. Enter its address and token here; it must be reachable from Hearth.",
  "guide.onebot.3":
    "Let the QQ account join your groups and make it an administrator, or it cannot delete or mute.",
  "guide.onebot.limits":
    "OneBot drives a personal QQ account, which QQ’s terms do not provide for: the account may be blocked. Use one you can do without.",
  "guide.qq.1":
    "Log in to the QQ open platform (q.qq.com), open your bot (or create one), and under its development settings copy AppID and AppSecret. Enter both here.",
  "guide.qq.2": "Create the account here first: QQ checks the address when it is entered there.",
  "guide.qq.3":
    "Under the bot’s callback settings there, paste the callback address as request address and confirm. Then choose the events: all of groups, single chats and, if you use them, channels.",
  "guide.qq.4":
    "Add the bot to your groups. By default QQ only passes on messages that mention the bot; where the bot’s settings in the group offer it, the owner can let it receive all messages.",
  "guide.qq.limits":
    "Hearth only listens here: it neither posts nor deletes, mutes or removes. People have another ID in each group, never their QQ number. QQ takes https on port 443, 80, 8080 or 8443 only.",
  "guide.telegram.1": "Write /newbot to @BotFather. Enter the bot token it gives you here.",
  "guide.telegram.2":
    "Write /setprivacy to @BotFather and choose Disable, so that the bot sees all messages.",
  "guide.telegram.3":
    "Add the bot to your groups as an administrator with the rights to delete messages, to ban users and to invite users via link.",
  "guide.telegram.4":
    "When the account is created here: copy the address below, replace BOT_TOKEN and SECRET_TOKEN by yours, and open it once in a browser. The answer must say “ok”: true.",
  "guide.telegram.limits": "Telegram takes addresses with https on port 443, 80, 88 or 8443 only.",
  "guide.slack.1":
    "At api.slack.com/apps, create an app for your workspace (or open yours). Under Basic Information, copy the signing secret and enter it here.",
  "guide.slack.2":
    "Create the account here first. Then, under Event Subscriptions there, switch events on and paste the callback address as Request URL: it must become “Verified”.",
  "guide.slack.3":
    "Below it, under bot events, subscribe to message.channels, message.groups, message.im, member_joined_channel, member_left_channel, channel_rename and group_rename, and save.",
  "guide.slack.4":
    "Install the app in the workspace, and invite its bot to your channels: /invite and its name. It hears only the channels that it is in.",
  "guide.slack.limits":
    "Hearth only listens on Slack: it reads messages, comings and goings. It does not post, delete or remove anybody there. A slash command is kept and gets no answer.",
  "guide.discord.1":
    "At discord.com/developers/applications, create an application (or open yours). Copy the public key from its general information and enter it here.",
  "guide.discord.2":
    "Create the account here first. Then paste the callback address there as interactions endpoint URL and save: Discord checks the address at that moment.",
  "guide.discord.3":
    "Register the application’s commands by Discord’s API, and install the application on your server.",
  "guide.discord.limits":
    "Hearth only listens on Discord, and hears nothing but commands given to the application: Discord sends ordinary messages, comings and goings to no address. Who gives a command is told that it was received.",
  "guide.wecom.1":
    "In WeCom’s admin console, under Apps, open your self-built app (or create one) and choose Receive messages › Set API.",
  "guide.wecom.2":
    "Paste the callback address as URL, let Token and EncodingAESKey be made up there, and enter both here. Do not save there yet.",
  "guide.wecom.3":
    "Create the account here first, then save there: WeCom checks the address at that moment. If it takes too long, save once more.",
  "guide.wecom.4":
    "Under Customer contact, allow this app to use the interface, so that events of customer groups come in.",
  "guide.wecom.5":
    "To let Hearth open ways into groups: enter the app’s Secret here, and under the app’s trusted IPs the fixed address that Hearth’s calls come from.",
  "guide.wecom.limits":
    "WeCom tells Hearth who joins and leaves customer groups. It has no interface to read their messages, nor to delete, mute or post.",
};
