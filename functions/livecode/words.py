"""What the pages say."""

WORDS = {
    "zh": {
        "title": "入群码",
        "qr": "群二维码",
        "scan": "长按或扫描上方二维码加入群聊",
        "full": "所有的群都已满员，请稍后再来。",
        "open": "请用手机打开此链接加入群聊。",
        "unknown": "这个入群码不存在，请向发布者确认。",
        "later": "暂时无法打开，请稍后再试。",
    },
    "en": {
        "title": "Join the group",
        "qr": "The group's QR code",
        "scan": "Press and hold or scan this code to join the group",
        "full": "All groups are full at the moment. Please come back later.",
        "open": "Open this link on your phone to join the group.",
        "unknown": "This code does not exist. Please ask whoever gave it to you.",
        "later": "This cannot be opened right now. Please try again in a moment.",
    },
}
