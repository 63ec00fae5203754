"""What a person sees when the suite stands."""

from infra.local.place import Place

_TEXT = """
  Hearth is up / Hearth 已启动
    console / 控制台              {front}/console
    log in once / 一次性登录      {login}
    platform simulator / 平台模拟器  {simulator}/calls
    log / 日志                    {log}
    Ctrl-C stops it and keeps the data / 按 Ctrl-C 停止，数据会保留
"""


def banner(place: Place, login: str, seconds: float) -> str:
    """Return the text that tells where everything is. `login` is a path of the console."""
    text = _TEXT.format(
        front=place.front, login=place.front + login, simulator=place.simulator, log=place.log
    )
    return f"{text}    ({seconds:.1f} s)"
