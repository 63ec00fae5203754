"""The table that `make bench-livecode` measures against speaks as the product's own does."""

from collections.abc import Iterator
from threading import Thread

import pytest

from hearth.domain.scans import Led, Scan
from hearth.runtime.aws_json import dynamodb
from hearth.store.livecodes_http import LiveCodesHttp
from hearth.usecases.scan import Usher
from infra.bench.stub import Table


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    with Table() as table:
        Thread(target=table.serve_forever, daemon=True).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{table.server_address[1]}")
        monkeypatch.setenv("AWS_REGION", "eu-west-1")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
        yield table
        table.shutdown()


@pytest.mark.parametrize(("block", "writes", "counted"), [(1, 40, 40), (20, 3, 22)])
def test_scans_are_led_with_the_writes_that_are_reported(
    table: Table, block: int, writes: int, counted: int
) -> None:
    service = dynamodb()
    room = Usher(
        LiveCodesHttp("codes", service), list[str]().append, lambda rate, ahead, capacity: block
    )
    led = [room.lead(Scan("bench1", 1_000)) for _ in range(40)]
    service.close()
    assert all(isinstance(one, Led) and one.destination.id == "d1" for one in led)
    assert table.told() == {"GetItem": 1, "UpdateItem": writes, "scans": counted}
