"""Who takes a seat: people do, also inside chat apps; previews and robots do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.visitors import device, is_robot

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
    "a telephone named M bot": "Mozilla/5.0 (Linux; Android 7.0; M bot 54) AppleWebKit/537.36 "
    f"{_CHROME} Mobile Safari/537.36",
    "a telephone named Spider": "Mozilla/5.0 (Linux; U; Android 13; Spider 8) AppleWebKit/537.36 "
    f"{_CHROME} Safari/537.36",
    "Cubot, named by an app": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 Instagram 237.0.0.7.102 "
    "Android (28/9; 480dpi; 1080x2115; CUBOT; X20 PRO; X20_PRO; mt6771; it_IT; 372544735)",
    "Opera Mini": "Opera/9.80 (J2ME/MIDP; Opera Mini/7.0; U; en) Presto/2.8.119 Version/11.10",
    "Internet Explorer": "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0)",
    "a telephone that names itself first": "Lenovo-A390t_TD/S100 Mozilla/5.0 (Linux; U; Android "
    "4.0.3) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30",
    "HarmonyOS": "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile MicroMessenger/8.0.5",
    "Alipay": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 AliApp(AP/10.6) AlipayClient/10.6",
    "Feishu": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 Lark/7.20.5 LarkLocale/zh_CN",
    "an app for QR codes": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 QRScanner/3.1.2",
    "an app for barcodes": f"{_IPHONE} (KHTML, like Gecko) Mobile/15E148 Barcode Scanner/5.0",
    "an app for papers": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 CamScanner/6.27.0",
    "an app of a watch": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 HeartMonitor/2.0",
    "a tablet": "Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Mobile/15E148 Scanner Pro/8.9",
    "a code read by a computer": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 QR Scanner/1.4",
    "a till": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120 Safari/537.36 "
    "Barcode-Scanner/2",
    "Telegram on a telephone that names itself": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 "
    "Telegram-Android/11.5.3 (Cubot CUBOT_X30; Android 13; SDK 33; HIGH)",
    "an old telephone named Spider": "Mozilla/5.0 (Linux; U; Android 4.4; zh-cn; Spider 8 Build/K) "
    "AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30",
    "Ecosia": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 (Ecosia android@88.0.4324.181)",
    "Douyin": f"{_ANDROID} {_CHROME} Mobile Safari/537.36 aweme_290900 BytedanceWebview/d8a21c6",
}

DEVICES = {
    "WeChat on iPhone": "wechat-ios",
    "WeChat on Android": "wechat-android",
    "WeChat on Windows": "wechat-desktop",
    "WeCom": "wecom-ios",
    "QQ on iPhone": "qq-ios",
    "QQ on Android": "qq-android",
    "QQ Browser": "browser-android",
    "QQ on Windows": "qq-desktop",
    "Weibo": "weibo-ios",
    "DingTalk": "dingtalk-android",
    "Telegram on Android": "telegram-android",
    "HarmonyOS": "wechat-harmony",
    "Alipay": "alipay-ios",
    "Feishu": "feishu-android",
    "Douyin": "douyin-android",
    "Safari": "browser-ios",
    "Chrome": "browser-desktop",
    "Facebook's app": "browser-ios",
    "Opera Mini": "browser-other",
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
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like "
    "Gecko) Chrome/124.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)",
    "Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 "
    "(compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-User/1.0)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Moto G) AppleWebKit/537.36 Chrome/69 Chrome-Lighthouse",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36 Playwright/1.40",
    "Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/92 Safari/537.36 (+https://scan.example)",
    "Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html)",
    "Google-Safety",
    "Tumblr/14.0.835.186",
    "Notion/1.0 (https://notion.so; team@makenotion.com)",
    "Valve/Steam HTTP Client 1.0 (SteamChatURLLookup)",
    "Dalvik/2.1.0 (Linux; U; Android 11; SM-A325N Build/RP1A.200720.012)",
    "Dalvik/2.1.0 (Linux; U; Android 15; Pixel 8 Pro) [FBAN/Orca-Android;FBAV/482.0.0.71.108]",
    "WeChatShareExtensionNew/8.0.50 CFNetwork/1494.0.7 Darwin/23.4.0",
    "Scrapy/2.11 (+https://scrapy.org)",
    "WhatsApp/2.18.79 Android/5.1 Device/Meizu-MX5",
    "Mozilla/5.0 (Linux; Android 8.0; Pixel 2 Build/OPD3; Storebot-Google/1.0) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/81.0.4044.138 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 8.0; Pixel 2 Build/OPD3; DuplexWeb-Google/1.0) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/74.0.3729.131 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 11; ExampleBot/2.0) AppleWebKit/537.36 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 11; Pixel 5; compatible; Example/2.0) AppleWebKit/537.36",
    "Mozilla/5.0 (Linux; Android 11; Pixel 5; Bytespider) AppleWebKit/537.36 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Example spider) AppleWebKit/537.36 (KHTML, like Gecko) Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; ExampleScanner/1.0) AppleWebKit/537.36 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/112 Safari/537.36 (scanner.example)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/59 Safari/537.36; +ask@example.org",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/97 Safari/537.36 (Example Agent)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/96 Safari/537.36 PTST/211202.2",
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


@pytest.mark.parametrize("name", DEVICES)
def test_app_and_system_are_told_apart(name: str) -> None:
    assert device(PEOPLE[name]) == DEVICES[name]


@given(st.text())
def test_whatever_an_agent_says_its_device_is_one_of_few_words(agent: str) -> None:
    app, _, system = device(agent).partition("-")
    assert app in {
        "browser",
        "wechat",
        "wecom",
        "qq",
        "alipay",
        "dingtalk",
        "feishu",
        "weibo",
        "douyin",
        "telegram",
    }
    assert system in {"ios", "android", "harmony", "desktop", "other"}


@given(st.text())
def test_whatever_an_agent_says_he_is_a_person_or_a_robot(agent: str) -> None:
    assert is_robot("GET", agent) in (True, False)
