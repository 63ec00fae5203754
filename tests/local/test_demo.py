"""`make demo` on a running suite: does every scene end as it should?"""

import subprocess

from infra.local.place import CLOUD_PYTHON
from infra.local.ports import free_pair
from tests.local.suite import Suite


def demo(port: int, suite: Suite) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(CLOUD_PYTHON), "-m", "infra.local.demo", "--port", str(port)],
        cwd=suite.root,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_the_demo_shows_the_suite_at_work(suite: Suite) -> None:
    told = demo(suite.place.port, suite)

    assert (told.returncode, told.stderr) == (0, "")
    for outcome in (
        "delete_msg",
        "set_group_ban",
        "deleteMessage",
        "restrictChatMember",
        "the rules find nothing",
        "visitor 3 is led to https://chat.example/second-room",
        "3 scans, 3 of 4 seats",
        "deliver calls the platform 1 time",
        "the console shows: sent",
    ):
        assert outcome in told.stdout


def test_without_a_suite_the_demo_says_so(suite: Suite) -> None:
    port = free_pair()

    told = demo(port, suite)

    assert told.returncode == 1
    assert told.stderr == (
        f"hearth: no suite runs at http://127.0.0.1:{port}; start it: make run\n"
    )
