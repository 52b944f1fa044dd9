"""Articles in Chinese, Japanese and Korean: who wrote them, and what lines around them say."""

from __future__ import annotations

import pytest

import artparse

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
REPORTERS = {
    "dateline": (("新华社东湖5月3日电（记者林晓禾）" + BRIDGE[0], BRIDGE[1]), ("林晓禾",)),
    "two": (("本报讯（记者 林晓禾 通讯员 周明远）" + BRIDGE[0], BRIDGE[1]), ("林晓禾", "周明远")),
    "end": ((BRIDGE[0], BRIDGE[1] + "（林晓禾）"), ("林晓禾",)),
    "an office": ((BRIDGE[0], BRIDGE[1] + "（东湖区交通局）"), ()),
    "wire": (("(서울=동호뉴스) 한지우 기자 = " + BRIDGE_IN_KOREAN[0], BRIDGE_IN_KOREAN[1]), ("한지우",)),
    "own line": ((*BRIDGE_IN_KOREAN, "한지우 기자 jiwoo@paper.example"), ("한지우",)),
    "brackets": ((BRIDGE_IN_JAPANESE[0], BRIDGE_IN_JAPANESE[1] + "【森田由紀】"), ("森田由紀",)),
}


@pytest.mark.parametrize(("lines", "authors"), REPORTERS.values(), ids=REPORTERS)
def test_who_reports_by_the_first_and_last_words_of_the_body(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    title = "동호대교 개통" if lines[0][-1] == "." else "东湖大桥通车"
    article = artparse.parse("\n\n".join((title, "2024-05-03 08:12", *lines)))
    assert article.authors == authors
    assert len(article.sections[0].paragraphs) == 2
