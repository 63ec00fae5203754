"""Live codes as files: drawn with what was asked for, bounded, and refused in words that help."""

import base64
import csv
import io
import zipfile
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image

from hearth.drawing import archives
from tests.support.console_room import HOST, Answer, Client
from tests.support.unique import unique
from tests.unit.drawing.pictures import red, saved, uri
from tests.unit.drawing.reading import modules_of, opened, page_of, root_of, says

LOGO = uri(saved(red(120, 90)))
SMALL_LOGO = uri(saved(red(40, 30)))
FILES = ("qr", "poster", "channels.zip")
TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


@pytest.fixture
def code(operator: Client, community: str) -> str:
    """A new live code."""
    place = f"/api/communities/{community}/livecodes"
    return str(operator.ask("POST", place, {"name": "茶友会", "code": unique()}).json["code"])


def _content(answer: Answer) -> bytes:
    assert answer.status == 200, answer.body[:500]
    return base64.b64decode(answer.body) if answer.base64 else answer.body.encode()


def _pictures(form: str, content: bytes) -> Iterator[Image.Image]:
    if form == "svg":
        yield modules_of(content)
    else:
        yield opened(content) if form == "png" else page_of(content).picture


def _said(form: str, content: bytes) -> list[str]:
    return [text for picture in _pictures(form, content) for text in says(picture)]


@pytest.mark.parametrize("form", TYPES)
def test_a_code_is_drawn_in_every_format(viewer: Client, code: str, form: str) -> None:
    answer = viewer.ask("GET", f"/api/livecodes/{code}/qr.{form}", channel="door-1", size="80")
    assert answer.headers["content-type"] == TYPES[form]
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''{code}-door-1.{form}"
    assert _said(form, _content(answer)) == [f"https://{HOST}/c/{code}/door-1"]


@pytest.mark.parametrize("form", TYPES)
def test_a_code_is_drawn_with_a_logo(operator: Client, code: str, form: str) -> None:
    wanted = {"form": form, "size": 60, "logo": LOGO}
    content = _content(operator.ask("POST", f"/api/livecodes/{code}/qr", wanted))
    assert _said(form, content) == [f"https://{HOST}/c/{code}"]
    without = operator.ask("POST", f"/api/livecodes/{code}/qr", {**wanted, "logo": ""})
    assert len(content) > len(_content(without))


def _drawn_in_every_way(client: Client, code: str, **wanted: object) -> list[bytes]:
    """The code alone, on a poster and in an archive, as SVG."""
    place = f"/api/livecodes/{code}"
    channels = [{"key": "door"}]
    more = {"poster": {"headline": "Tea"}, "channels.zip": {"channels": channels, "form": "svg"}}
    sent = [client.ask("POST", f"{place}/{to}", {**more.get(to, {}), **wanted}) for to in FILES]
    *alone, packed = (_content(answer) for answer in sent)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return [*alone, next(archive.read(n) for n in archive.namelist() if n.endswith("svg"))]


def test_the_guides_logo_stands_in_everything_that_is_given_out(
    operator: Client, viewer: Client, code: str
) -> None:
    bare = _drawn_in_every_way(operator, code)
    operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": {"logo": SMALL_LOGO}})
    fetched = _content(viewer.ask("GET", f"/api/livecodes/{code}/qr.svg"))
    drawn = _drawn_in_every_way(operator, code)
    assert drawn == _drawn_in_every_way(operator, code, logo=SMALL_LOGO) != bare
    assert all(b"<image" in one for one in (fetched, *drawn)) and fetched == drawn[0]
    address = f"https://{HOST}/c/{code}"
    assert [_said("svg", one) for one in drawn] == [[address], [address], [f"{address}/door"]]
    assert [_level(one) for one in drawn] == ["H"] * 3
    assert _drawn_in_every_way(operator, code, logo="none") == bare


def test_a_logo_that_is_sent_takes_the_place_of_the_guides(operator: Client, code: str) -> None:
    sent = _drawn_in_every_way(operator, code, logo=LOGO)
    operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": {"logo": SMALL_LOGO}})
    assert _drawn_in_every_way(operator, code, logo=LOGO) == sent


def test_a_guides_logo_that_cannot_be_read_keeps_no_code_from_being_drawn(
    operator: Client, code: str
) -> None:
    bare = _drawn_in_every_way(operator, code)
    broken = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\nx").decode()
    operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": {"logo": broken}})
    assert _drawn_in_every_way(operator, code) == bare
    assert operator.ask("POST", f"/api/livecodes/{code}/qr", {"logo": broken}).status == 400


def _level(svg: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(modules_of(svg))
    return str(found.ec_level)


def test_the_size_is_that_of_the_print(viewer: Client, code: str) -> None:
    place = f"/api/livecodes/{code}/qr"
    page = page_of(_content(viewer.ask("GET", f"{place}.pdf", size="35")))
    assert page.millimetres == pytest.approx((35, 35), abs=0.01)
    picture = opened(_content(viewer.ask("GET", f"{place}.png", size="35")))
    assert picture.width / picture.info["dpi"][0] * 25.4 == pytest.approx(35, rel=0.001)
    assert root_of(_content(viewer.ask("GET", f"{place}.svg", size="35"))).get("width") == "35mm"


def test_a_channel_in_chinese_is_an_address_that_every_reader_knows(
    viewer: Client, code: str
) -> None:
    answer = viewer.ask("GET", f"/api/livecodes/{code}/qr.png", channel="微博")
    assert _said("png", _content(answer)) == [f"https://{HOST}/c/{code}/%E5%BE%AE%E5%8D%9A"]
    assert "%E5%BE%AE%E5%8D%9A.png" in answer.headers["content-disposition"]


@pytest.mark.parametrize("name", ["a/b", "..", ".", "a b", "a?b", "a#b", "a\nb", "👍", "x" * 41])
def test_a_channel_that_no_address_can_carry_is_refused(
    operator: Client, code: str, name: str
) -> None:
    place = f"/api/livecodes/{code}"
    answers = [
        operator.ask("GET", f"{place}/qr.svg", channel=name),
        operator.ask("POST", f"{place}/qr", {"channel": name}),
        operator.ask("POST", f"{place}/poster", {"headline": "x", "channel": name}),
        operator.ask("POST", f"{place}/channels.zip", {"channels": [{"key": name}]}),
    ]
    assert [answer.status for answer in answers] == [422] * 4
    assert all("“channel” " in answer.body for answer in answers)


@pytest.mark.parametrize(
    ("name", "value"), [("size", "9"), ("size", "1001"), ("size", "big"), ("channel", "x" * 201)]
)
def test_what_cannot_be_drawn_is_named(viewer: Client, code: str, name: str, value: str) -> None:
    answer = viewer.ask("GET", f"/api/livecodes/{code}/qr.png", **{name: value})
    assert answer.status == 422 and answer.json["error"]["fields"][0]["field"] == name


def test_an_unknown_code_or_format_is_not_drawn(operator: Client, code: str) -> None:
    assert operator.ask("GET", f"/api/livecodes/{code}/qr.gif").status == 422
    unknown = f"/api/livecodes/{unique()}"
    assert operator.ask("GET", f"{unknown}/qr.svg").status == 404
    assert operator.ask("POST", f"{unknown}/qr", {}).status == 404
    assert operator.ask("POST", f"{unknown}/poster", {"headline": "x"}).status == 404
    assert (
        operator.ask("POST", f"{unknown}/channels.zip", {"channels": [{"key": "a"}]}).status == 404
    )


@pytest.mark.parametrize("template", ["a4", "phone"])
def test_a_poster_says_what_it_was_told(operator: Client, code: str, template: str) -> None:
    wanted = {
        "template": template,
        "headline": "扫码进群",
        "lines": ["每周五晚八点", "Come in"],
        "colour": "#2f6b3a",
        "channel": "door",
        "channel_name": "Door of the shop",
        "logo": LOGO,
    }
    place = f"/api/livecodes/{code}/poster"
    svg, pdf = (
        _content(operator.ask("POST", place, {**wanted, "form": form})) for form in ("svg", "pdf")
    )
    page = page_of(pdf, scale=1.5)
    assert says(page.picture) == says(modules_of(svg)) == [f"https://{HOST}/c/{code}/door"]
    words = ("茶友会", "扫码进群", "每周五晚八点", "Come in", "Door of the shop")
    assert all(said in svg.decode() and said in page.text for said in words)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", ""),
        ("headline", "x" * 61),
        ("headline", "a\nb"),
        ("headline", "a\u202eb"),
        ("lines", ["a"] * 4),
        ("lines", ["x" * 61]),
        ("colour", "red"),
        ("colour", '#fff"/><script>'),
        ("template", "a0"),
        ("form", "png"),
        ("logo", "https://a.example/logo.png"),
    ],
)
def test_a_poster_that_cannot_be_drawn_is_refused_by_field(
    operator: Client, code: str, field: str, value: object
) -> None:
    content = {"headline": "Tea", field: value}
    answer = operator.ask("POST", f"/api/livecodes/{code}/poster", content)
    assert answer.status == 422 and field in answer.body


def test_letters_that_a_pdf_cannot_show_are_named(operator: Client, code: str) -> None:
    wanted = {"headline": "Tea 👍", "form": "pdf"}
    answer = operator.ask("POST", f"/api/livecodes/{code}/poster", wanted)
    assert answer.status == 422 and "👍" in answer.json["error"]["message"]


@pytest.mark.parametrize("form", TYPES)
def test_every_channel_gets_its_own_code(operator: Client, code: str, form: str) -> None:
    channels = [{"key": "door", "label": "店门口"}, {"key": "微博"}, {"key": "DOOR"}]
    wanted = {"channels": channels, "form": form, "size": 30}
    answer = operator.ask("POST", f"/api/livecodes/{code}/channels.zip", wanted)
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(_content(answer))) as archive:
        index = archive.read("index.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(index)))
        assert [(row["channel"], row["label"]) for row in rows] == [
            ("door", "店门口"),
            ("微博", ""),
            ("DOOR", ""),
        ]
        assert len({row["file"].casefold() for row in rows}) == 3
        for row in rows:
            assert _said(form, archive.read(row["file"])) == [row["address"]]
    assert rows[0]["address"] == f"https://{HOST}/c/{code}/door"


def test_two_hundred_channels_fit_into_one_answer(operator: Client, code: str) -> None:
    channels = [{"key": f"seller-{number:03}", "label": "卖家"} for number in range(200)]
    wanted = {"channels": channels, "form": "svg"}
    answer = operator.ask("POST", f"/api/livecodes/{code}/channels.zip", wanted)
    with zipfile.ZipFile(io.BytesIO(_content(answer))) as archive:
        assert len(archive.namelist()) == 201
    assert len(answer.body) < 6_000_000


@pytest.mark.parametrize(
    ("channels", "told"),
    [
        ([], "at least 1"),
        ([{"key": f"c{number}"} for number in range(10_000)], "at most 200"),
        ([{"key": ""}], "at least 1"),
        ([{"key": "a"}, {"key": "b"}, {"key": "a"}], "a twice"),
        ([{"key": "a", "path": "/etc"}], "path"),
        (["a"], "channels"),
    ],
)
def test_channels_that_make_no_archive_are_refused(
    operator: Client, code: str, channels: object, told: str
) -> None:
    answer = operator.ask("POST", f"/api/livecodes/{code}/channels.zip", {"channels": channels})
    assert answer.status == 422 and told in answer.body


def test_an_archive_larger_than_an_answer_says_how_many_would_fit(
    operator: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 20_000)
    channels = [{"key": f"c{number}"} for number in range(60)]
    answer = operator.ask("POST", f"/api/livecodes/{code}/channels.zip", {"channels": channels})
    assert answer.status == 422
    assert "these 60 “channels” are too many at once" in answer.json["error"]["message"]


def test_a_logo_that_is_a_bomb_is_refused(operator: Client, code: str) -> None:
    bomb = uri(saved(Image.new("1", (9000, 9000))))
    for place, more in (("qr", {}), ("poster", {"headline": "x"}), ("channels.zip", {})):
        content = {"logo": bomb, **more, **({"channels": [{"key": "a"}]} if "zip" in place else {})}
        answer = operator.ask("POST", f"/api/livecodes/{code}/{place}", content)
        assert answer.status == 413 and "4000 × 4000 pixels" in answer.json["error"]["message"]


def test_viewers_may_fetch_codes(viewer: Client, operator: Client, code: str) -> None:
    assert viewer.ask("GET", f"/api/livecodes/{code}/qr.png").status == 200
    assert viewer.ask("POST", f"/api/livecodes/{code}/qr", {}).status == 403
    assert operator.ask("POST", f"/api/livecodes/{code}/qr", {}).status == 200
