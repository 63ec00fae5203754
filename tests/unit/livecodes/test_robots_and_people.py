"""Who takes a seat: people do, also inside chat apps; previews and robots do not."""

import pytest

from hearth.domain.visitors import is_robot

_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15"
_ANDROID = "Mozilla/5.0 (Linux; Android 13; V2183A Build/TP1A; wv) AppleWebKit/537.36"
_CHROME = "(KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0"

PEOPLE = {
    "WeChat on iPhone": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.47"
    "(0x18002f2c) NetType/WIFI Language/zh_CN",
    "WeChat on Android": f"{_ANDROID} {_CHROME} XWEB/1160117 MMWEBSDK/20240404 Mobile Safari/537.36"
    " MMWEBID/1 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/5G ABI/arm64",
    "WeChat on Windows": "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like "
    "Gecko) Chrome/107.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781 WindowsWechat",
    "WeCom": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 wxwork/4.1.20 MicroMessenger/7.0.1",
    "QQ on iPhone": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 QQ/8.9.68.639 V1_IPH_SQ_8.9.68_1"
    "_APP_A Pixel/1170 MiniAppEnable SimpleUISwitch/0 StudyMode/0 CurrentMode/0",
    "QQ on Android": f"{_ANDROID} {_CHROME} MQQBrowser/6.2 TBS/046295 Mobile Safari/537.36 V1_AND"
    "_SQ_8.9.70_4330_YYB_D A_8097000 QQ/8.9.70.11730 NetType/WIFI WebP/0.4.1",
    "QQ Browser": f"{_ANDROID} {_CHROME} MQQBrowser/14.4 Mobile Safari/537.36 COVC/046333",
    "Weibo": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 Weibo (iPhone14,5__weibo__14.3.1)",
    "DingTalk": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 DingTalk/7.5.10 AliApp(DingTalk/7.5)",
    "Telegram on Android": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 Telegram-Android/10.9.1",
    "Safari": f"{_IPHONE} (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "Chrome": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/124.0.0.0 Safari/537.36",
    "Cubot, a maker of telephones": "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36"
    f" {_CHROME} Mobile Safari/537.36",
    "Viber": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 Viber/22.4.0.4",
    "Viber on iPhone": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 Viber/22.4.0",
    "QQ on Windows": "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/94.0.4606.71 Safari/537.36 QQBrowser/12.0 QQ/9.7.20 Qzone",
    "Facebook's app": f"{_IPHONE} (KHTML, like Gecko) Mobile/21E236 [FBAN/FBIOS;FBAV/456.0.0.36]",
    "Slack's app": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 Slack/24.04.10",
    "Google's app": f"{_IPHONE} (KHTML, like Gecko) GSA/313.0 Mobile/15E148 Safari/604.1",
    "Pinterest's app": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 [Pinterest/iOS]",
}

ROBOTS = [
    "Googlebot/2.1 (+http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
    "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider)",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0 A",
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "DingTalkBot-LinkService/1.0 (+https://open-doc.dingtalk.com)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0)",
    "SkypeUriPreview Preview/0.5",
    "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
    "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/57.0 Safari/537.36 QQ-URL-Manager",
    "QQ-URL-Manager/1.0",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "meta-externalfetcher/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
    "meta-externalfetcher/1.1",
    "Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)",
    "Mediapartners-Google",
    "Slack-ImgProxy (+https://api.slack.com/robots)",
    "Mastodon/4.2.1 (http.rb/5.1.1; +https://social.example/)",
    "http.rb/5.1.1 (Mastodon/4.0.2; +https://social.example/)",
    "Viber/22.4.0",
    "axios/1.6.8",
    "node-fetch",
    "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
    "Python/3.11 aiohttp/3.9.5",
    "python-httpx/0.27.0",
    "curl/8.5.0",
    "Wget/1.21.4",
    "python-requests/2.31.0",
    "Python-urllib/3.11",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
    "Java/17.0.2",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/124.0.0.0 Safari/537.36",
]


@pytest.mark.parametrize("agent", PEOPLE.values(), ids=PEOPLE)
def test_people_take_a_seat(agent: str) -> None:
    assert not is_robot("GET", agent)


@pytest.mark.parametrize("agent", ROBOTS)
def test_robots_and_previews_do_not(agent: str) -> None:
    assert is_robot("GET", agent)


@pytest.mark.parametrize("agent", ROBOTS)
def test_capitals_do_not_make_a_robot_human(agent: str) -> None:
    assert is_robot("GET", agent.upper()) and is_robot("GET", agent.lower())


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS", "PUT"])
def test_only_who_gets_the_page_takes_a_seat(method: str) -> None:
    assert is_robot(method, PEOPLE["Safari"])


def test_who_does_not_say_who_he_is_takes_none() -> None:
    assert is_robot("GET", "")
