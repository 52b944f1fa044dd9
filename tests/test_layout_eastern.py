"""Articles in Chinese, Japanese and Korean: who wrote them, and what lines around them say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import artparse
from artparse.article import Reason
from artparse.layout.body.eastern import (
    with_holes_filled,
    with_run,
    with_short_bold_headings,
    with_short_headings,
    without_notes,
)
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.lines.eastern_signs import is_headed_in_east, is_prose_in_east, reason_in_east
from artparse.layout.lines.units import Unit
from artparse.reading.document import Hints

Rule = Callable[[Sequence[Unit], Labels], list[LineLabel]]

BRIDGE = (
    "东湖大桥三日正式通车，全长四公里，双向六车道，往返两岸只需五分钟，比轮渡快了半个小时。",
    "交通部门表示，大桥通车后轮渡仍将保留，每天往返二十班，票价不变，老年人凭证免费乘坐。",
)
BRIDGE_IN_KOREAN = (
    "동호대교가 3일 정식으로 개통했다. 다리는 길이 4킬로미터에 왕복 6차로다.",
    "시는 다리가 열린 뒤에도 배편은 그대로 둔다고 밝혔다. 하루 스무 번 오가며 요금은 오르지 않는다.",
)
BRIDGE_IN_JAPANESE = (
    "東湖大橋が三日に開通した。全長四キロ、片側三車線で、両岸を五分で結ぶ。",
    "市は開通後も渡し船を残すと説明した。一日二十往復、運賃は据え置くという。",
)
MORE = (
    "市民三日一早便来到桥头，有人带着孩子拍照，也有人骑车往返了两趟。",
    "다리가 열린 첫날 시민들은 아이들과 함께 걸어서 강을 건넜고, 시장도 그들을 맞았다.",
    "初日には子どもを連れた人々が歩いて橋を渡り、市長も出迎えて写真に納まった。",
)
"""What stands between, in Chinese, Korean and Japanese."""
REPORTERS = {
    "dateline": (("新华社东湖5月3日电（记者林晓禾）" + BRIDGE[0], BRIDGE[1]), ("林晓禾",)),
    "two": (("本报讯（记者 林晓禾 通讯员 周明远）" + BRIDGE[0], BRIDGE[1]), ("林晓禾", "周明远")),
    "end": ((BRIDGE[0], BRIDGE[1] + "（林晓禾）"), ("林晓禾",)),
    "an office": ((BRIDGE[0], BRIDGE[1] + "（东湖区交通局）"), ()),
    "wire": (("(서울=동호뉴스) 한지우 기자 = " + BRIDGE_IN_KOREAN[0], BRIDGE_IN_KOREAN[1]), ("한지우",)),
    "own line": ((*BRIDGE_IN_KOREAN, "한지우 기자 jiwoo@paper.example"), ("한지우",)),
    "cities": (
        (BRIDGE_IN_JAPANESE[0], BRIDGE_IN_JAPANESE[1] + "【カイロ森田由紀、パリ金子淳】"),
        ("森田由紀", "金子淳"),
    ),
    "brackets": ((BRIDGE_IN_JAPANESE[0], BRIDGE_IN_JAPANESE[1] + "【森田由紀】"), ("森田由紀",)),
}


@pytest.mark.parametrize(("lines", "authors"), REPORTERS.values(), ids=REPORTERS)
def test_who_reports_by_the_first_and_last_words_of_the_body(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    title = "동호대교 개통" if lines[0][-1] == "." else "东湖大桥通车"
    more = MORE[1 if lines[0][-1] == "." else 2 if "した" in lines[0] else 0]
    article = artparse.parse("\n\n".join((title, "2024-05-03 08:12", lines[0], more, *lines[1:])))
    assert article.authors == authors
    assert len(article.sections[0].paragraphs) == 3


NOTES: list[tuple[str, Reason | None]] = [
    ("责任编辑：林晓禾", "metadata"),
    ("（责编：林晓禾、周明远）", "metadata"),
    ("【编辑:林晓禾】", "metadata"),
    ("责编|林晓禾", "metadata"),
    ("本文来源：东湖日报 责任编辑：林晓禾_DH0412", "metadata"),
    ("（原题为《东湖大桥通车》）", "metadata"),
    ("2024年5月3日08:12 来源：东湖日报-社会频道", "metadata"),
    ("周明远 摄", "caption"),
    ("通车当天的东湖大桥。（视频截图）", "caption"),
    ("▲通车当天的东湖大桥", "caption"),
    ("開通した東湖大橋＝5月3日、撮影・森田由紀", "caption"),
    ("相关推荐", "related"),
    ("上一篇：轮渡保留", "related"),
    ("扫描下方二维码关注东湖日报", "share"),
    ("点击进入“东湖论坛”>>", "share"),
    ("1032人参与308评论", "comment"),
    ("湖ICP备00000001号", "footer"),
    ("この記事は会員限定です。登録すると続きをお読みいただけます。", "navigation"),
    # sentences and headings are what they are
    ("编辑部在东湖边上，窗外就是大桥。", None),
    ("评论家们认为，这座桥来得太晚，但总算来了，而且比预想的更宽、更安静，也更便宜。", None),
    ("후보 등록 코앞인데", None),
    ("大桥通车", None),
    ("Share this view", None),
]


@pytest.mark.parametrize(("line", "reason"), NOTES, ids=[row[0] for row in NOTES])
def test_what_a_line_says_that_it_is(line: str, reason: Reason | None) -> None:
    assert reason_in_east(line) == reason


def test_prose_ends_and_headings_do_not() -> None:
    assert is_prose_in_east(BRIDGE[0])
    assert is_prose_in_east(BRIDGE_IN_KOREAN[0])
    assert not is_prose_in_east("大桥通车。")
    assert not is_prose_in_east("The bridge across the lake is open, and the ferry still runs.")
    assert is_headed_in_east("轮渡保留")
    assert is_headed_in_east("3")
    assert not is_headed_in_east("轮渡保留，")
    assert not is_headed_in_east("——东湖论坛")
    assert not is_headed_in_east("他说，“轮渡保留。”")


FERRY = "轮渡公司说，码头上的工人一个都不会裁，船也不卖，等到秋天再看有多少人还愿意坐船过湖。"
TICKETS = "月票仍是三十元，学生减半，自行车免费，周末末班船延长到夜里十一点，比大桥公交还晚。"
OTHERS = ("北城地铁明年动工，首期十二站，工期四年，建成后从火车站到大学城只要十八分钟。",)


def test_a_text_goes_on_behind_captions_and_ends_at_the_editor() -> None:
    lines = (
        *("首页", "新闻", "社会", "东湖大桥通车", "2024-05-03 08:12 来源：东湖日报", "字号"),
        *(BRIDGE[0], "通车当天的东湖大桥。周明远 摄", "轮渡保留", BRIDGE[1], FERRY),
        *("责任编辑：林晓禾", "相关推荐", *OTHERS, "湖ICP备00000001号"),
    )
    article = artparse.parse("\n\n".join(lines))
    assert [s.heading for s in article.sections] == [None, "轮渡保留"]
    assert [p.text for s in article.sections for p in s.paragraphs] == [BRIDGE[0], BRIDGE[1], FERRY]
    assert article.authors == ()


def test_bold_lines_of_a_web_page_head_what_is_below_them() -> None:
    heads = ("<b>东湖轮渡公司：</b>", "<b>轮渡保留</b>")
    lines = (BRIDGE[0], BRIDGE[1], *heads, FERRY, TICKETS, "【编辑：林晓禾】", *OTHERS)
    page = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><body><article><h1>东湖大桥通车</h1>{page}</article></body></html>"
    article = artparse.parse(html.encode())
    assert [s.heading for s in article.sections] == [None, "东湖轮渡公司：", "轮渡保留"]
    assert article.body.endswith(f"{FERRY}\n\n{TICKETS}")


def test_the_line_of_the_date_is_no_headline() -> None:
    lines = (
        "东湖网>>社会",
        "轮渡停航，老船长在船上种了几盆兰花",
        "2024年5月3日08:12 来源：东湖网-社会频道",
        "分享到：",
    )
    article = artparse.parse("\n\n".join((*lines, BRIDGE[0], BRIDGE[1], FERRY, "(责编：林晓禾、周明远)")))
    assert article.title == lines[1]
    assert article.published == "2024-05-03T08:12"
    assert article.body.split("\n\n") == [BRIDGE[0], BRIDGE[1], FERRY]


SHORT = {
    "zh": ("东湖大桥通车", *BRIDGE, FERRY),
    "ko": ("동호대교 개통", *BRIDGE_IN_KOREAN),
    "ja": ("東湖大橋が開通", *BRIDGE_IN_JAPANESE),
    "th": (
        "สะพานข้ามทะเลสาบเปิดแล้ว",
        "สะพานข้ามทะเลสาบเปิดใช้เมื่อวันศุกร์ ยาวสี่กิโลเมตร ใช้เวลาเดินทางเพียงห้านาที",
        "เทศบาลแจ้งว่าเรือข้ามฟากยังให้บริการวันละยี่สิบเที่ยวและราคาเท่าเดิม",
    ),
}


@pytest.mark.parametrize("language", SHORT)
@pytest.mark.parametrize("most", [1, 3])
@pytest.mark.parametrize("menu", ["", '<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a></div>'])
def test_short_web_pages_keep_their_paragraphs(language: str, most: int, menu: str) -> None:
    title, *paragraphs = SHORT[language]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs[:most])
    article = artparse.parse(f"<html><body>{menu}<h1>{title}</h1>{body}<p>© 2024</p></body></html>")
    assert article.title == title
    assert [p.text for s in article.sections for p in s.paragraphs] == paragraphs[:most]


def test_the_headline_stands_above_the_line_of_date_and_source() -> None:
    menu = "网站首页时政国际财经台湾军事观点领导人事理论法治社会\n登录注册\n\n忘记密码？\n\n东湖网>>文化"
    poem = ("《冬夜示子》", "——（湖）周明远", "船到湖心人不语，", "灯照兰花夜有声。", "点评：")
    title = "轮渡停航，湖上少了一盏灯"
    dated = "2019年06月15日08:18 来源：东湖网-文化频道\n分享到：\n\n\n点击进入“东湖青年”>>"
    article = artparse.parse("\n\n".join((menu, title, dated, BRIDGE[1], FERRY, *poem, TICKETS, "相关新闻")))
    assert article.title == title


def units_of(*lines: str, bold: float = 0.0) -> list[Unit]:
    return [Unit((n, n + 1), line, 1, Hints(tag="p", bold=bold)) for n, line in enumerate(lines)]


def test_nothing_behind_the_editor_is_of_the_body() -> None:
    labels: Labels = ["paragraph", "after", "paragraph"]
    units = units_of(BRIDGE[0], "责任编辑：林晓禾", "地铁明年动工。")
    assert without_notes(units, labels) == ["paragraph", "after", "after"]


@pytest.mark.parametrize(("rule", "last"), [(with_holes_filled, "after"), (with_run, "paragraph")])
def test_only_of_a_text_prose_behind_the_body_is_of_it(rule: Rule, last: str) -> None:
    units = units_of(BRIDGE[0], "周明远 摄", BRIDGE[1])
    assert rule(units, ["paragraph", "after", "after"])[-1] == last


@pytest.mark.parametrize(
    ("rule", "bold", "label"),
    [
        (with_short_headings, 0.0, "heading"),
        (with_short_bold_headings, 0.0, "paragraph"),
        (with_short_bold_headings, 1.0, "heading"),
    ],
)
def test_a_short_line_heads_prose_and_in_a_web_page_a_bold_one(rule: Rule, bold: float, label: str) -> None:
    units = units_of(BRIDGE[0], "轮渡保留", BRIDGE[1], bold=bold)
    assert rule(units, ["paragraph"] * 3) == ["paragraph", label, "paragraph"]
