"""Who scans: people take a seat, previews and robots do not; the same person comes back."""

import re

from hearth.domain.signing import is_genuine, signature

_BROWSERS = ("mozilla/", "opera/", "applewebkit", "ucbrowser/")
"""What every browser says of itself, inside chat apps too; most programs do not."""

_ROBOT = re.compile(r"bot(?<!cubot)s?\b|compatible;(?! ?msie)|agent\b|@[a-z-]+\.[a-z]")
"""Well-mannered robots give an address, or say with what they are compatible."""

_PREVIEWS = ("preview", "facebookexternalhit", "meta-external", "qq-url-manager", "vkshare")
_CRAWLERS = ("crawl", "spider", "slurp", "google-", "-google", "archiver", "siteimprove")
_DRIVEN = ("headless", "lighthouse", "phantomjs", "playwright", "puppeteer", "selenium", " ptst/")
_PROBES = ("uptime", "pingdom", "synthetic", "validat", "zgrab", "nikto", "nutch")
_FETCHERS = (
    "image proxy",
    "imageproxy",
    "imgproxy",
    "dalvik/",
    "cfnetwork/",
    "embedly",
    "iframely",
)
_ROBOTS = ("://", *_PREVIEWS, *_CRAWLERS, *_DRIVEN, *_PROBES, *_FETCHERS)

_TOOL = re.compile(
    r"scanner(?<!qrscanner)(?<!qr.scanner)(?<!codescanner)(?<!code.scanner)"
    r"|monitor|checker|inspector|fetcher|scrap"
)
"""On telephones people have apps of these names, such as those that live codes are scanned with."""

_TELEPHONES = ("android", "iphone", "ipad", "harmony")
_MODEL = re.compile(
    r"(\(linux;[^()]*?android[^;()]*;(?: ?[a-z]{2}[-_][a-z]{2};)?)"
    r"(?![^;()]*(?:bot|spider|crawler|google)[a-z]*/)[^;()]*"
)
"""Makers name their telephones, and some like robots. Robots say their version too."""

_APPS = {
    "wxwork": "wecom",
    "micromessenger": "wechat",
    " qq/": "qq",
    "alipayclient": "alipay",
    "dingtalk": "dingtalk",
    "feishu": "feishu",
    " lark/": "feishu",
    "weibo": "weibo",
    "aweme": "douyin",
    "telegram-": "telegram",
}
"""WeCom calls itself WeChat too, so it comes first."""

_SYSTEMS = {
    "iphone": "ios",
    "ipad": "ios",
    "openharmony": "harmony",
    "android": "android",
    "windows": "desktop",
    "macintosh": "desktop",
    "linux": "desktop",
}


def is_robot(method: str, user_agent: str) -> bool:
    """HEAD requests, empty agents and known previews or robots never take a seat."""
    agent = user_agent.lower()
    if method != "GET" or not any(word in agent for word in _BROWSERS):
        return True
    said = _MODEL.sub(r"\1", agent, count=1) if "android" in agent else agent
    return any(word in said for word in _ROBOTS) or _says_robot(said)


def device(user_agent: str) -> str:
    """The app and the system that a page is seen in: ``wechat-ios``, ``browser-desktop`` …

    One of fifty words, whatever the agent says.
    """
    agent = user_agent.lower()
    app = next((name for word, name in _APPS.items() if word in agent), "browser")
    system = next((name for word, name in _SYSTEMS.items() if word in agent), "other")
    return f"{app}-{system}"


def _says_robot(said: str) -> bool:
    if _ROBOT.search(said):
        return True
    return not any(word in said for word in _TELEPHONES) and _TOOL.search(said) is not None


def remember(key: str, code: str, destination: str) -> str:
    """A cookie's value that binds a visitor to a destination: ``destination.signature``."""
    signed = signature(key, "visitor", code, destination, octets=12)
    return f"{destination}.{signed}"


def recall(key: str, code: str, cookie: str) -> str:
    """The destination a cookie names, empty unless it is the very one of :func:`remember`."""
    destination = cookie.partition(".")[0]
    return destination if is_genuine(cookie, remember(key, code, destination)) else ""
