"""What a callback costs the room, beside what another library takes to decrypt the same bytes."""

import json
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from hearth.runtime.config.webhook import WebhookConfig
from infra.bench.interpreters import Interpreter
from infra.bench.rooms import built
from infra.bench.running import child, stub
from infra.bench.webhook.peer import installed
from infra.local import vendors

_CHILD = Path(__file__).with_name("child.py")
_CALLS = 500
_SECRETS = {
    "token": "benchToken",
    "encoding_aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "receive_id": "ww0000000000bench0",
}
_JOINED = """<xml><ToUserName><![CDATA[ww0000000000bench0]]></ToUserName>\
<FromUserName><![CDATA[sys]]></FromUserName><CreateTime>{at}</CreateTime>\
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>\
<ChatId><![CDATA[wrBench]]></ChatId><ChangeType><![CDATA[update]]></ChangeType>\
<UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene>\
<MemChangeCnt>2</MemChangeCnt><MemChangeList><Item><![CDATA[wmBench1]]></Item>\
<Item><![CDATA[wmBench2]]></Item></MemChangeList><LastMemVer><![CDATA[v1]]></LastMemVer>\
<CurMemVer><![CDATA[v2]]></CurMemVer></xml>"""


@dataclass(frozen=True)
class Cpu:
    """Milliseconds of CPU a callback, of ``peer``, ``read`` and ``room``; the room's requests."""

    least: Mapping[str, float]
    median: Mapping[str, float]
    writes: float
    others: float
    body_bytes: int
    rounds: int

    def ratio(self, name: str) -> float:
        """Of ``name`` to the peer."""
        return self.least[name] / self.least["peer"]


def measure(interpreter: Interpreter, rounds: int) -> Cpu:
    """Run the room as it is deployed against the stub. Raises LocalRunError."""
    path = [*built(["webhook"], interpreter)["webhook"], installed(interpreter)]
    query, body = _callback()
    callback = {"secrets": _SECRETS, "query": query, "body": body}
    settings = {
        "AWS_LAMBDA_FUNCTION_NAME": "webhook",
        **{field.name.upper(): f"/{field.name}" for field in fields(WebhookConfig)},
        "BENCH_CALLBACK": json.dumps(callback),
        "BENCH_CALLS": str(_CALLS),
        "BENCH_ROUNDS": str(rounds),
    }
    with stub(_SECRETS) as address:
        found = child(_CHILD, interpreter.bare, path, address, settings)
    asked = dict(found["room"]["asked"])
    writes, calls = asked.pop("PutItem"), rounds * _CALLS
    times = {name: found[name]["cpu_ms"] for name in ("peer", "read", "room")}
    return Cpu(
        {name: min(own) for name, own in times.items()},
        {name: statistics.median(own) for name, own in times.items()},
        writes / calls,
        sum(asked.values()) / calls,
        len(body),
        rounds,
    )


def _callback() -> tuple[dict[str, str], str]:
    """Two people who came into a customer group, as WeCom tells it now."""
    at = int(time.time())
    token, key, corporation = _SECRETS.values()
    query, body = vendors.wecom_post(token, key, corporation, _JOINED.format(at=at), at, "n1")
    return query, body.decode()
