"""Names told in another spelling or reading: what is one, and what is not."""

from __future__ import annotations

import pytest

from eventx import Participant
from eventx.reconciliation.facts import same_name
from eventx.reconciliation.spelling import keys

# Statesmen of public record, in English and Vietnamese papers.
CHINESE = """
Xi Jinping | Tập Cận Bình
Li Qiang | Lý Cường
Wang Huning | Vương Hộ Ninh
Zhao Leji | Triệu Lạc Tế
Cai Qi | Thái Kỳ
Ding Xuexiang | Đinh Tiết Tường
Li Xi | Lý Hy
Han Zheng | Hàn Chính
He Lifeng | Hà Lập Phong
Qin Gang | Tần Cương
Yang Jiechi | Dương Khiết Trì
Wei Fenghe | Ngụy Phượng Hòa
Li Shangfu | Lý Thượng Phúc
Dong Jun | Đổng Quân
Xiong Bo | Hùng Ba
Li Zhanshu | Lật Chiến Thư
Wang Yang | Uông Dương
Hu Jintao | Hồ Cẩm Đào
Wen Jiabao | Ôn Gia Bảo
Li Keqiang | Lý Khắc Cường
Wang Yi | Vương Nghị
Wang Yi | Vương Nghi
Zhang Youxia | Trương Hựu Hiệp
Sun Chunlan | Tôn Xuân Lan
Zhu Rongji | Chu Dung Cơ
Zhou Enlai | Chu Ân Lai
Hong Xiaoyong | Hồng Tiểu Dũng
Jinping Xi | Tập Cận Bình
Xi Jinping | Tap Can Binh
"""
OTHERS = """
Sergey Lavrov | Sergei Lavrov | RU
Vyacheslav Volodin | Viacheslav Volodin | RU
Vladimir Putin | V.Pu-tin | RU
Vladimir Putin | V. Putin | RU
Lavrov Sergey | Sergei Lavrov | RU
Volodymyr Zelensky | Volodymyr Zelenskyy | UA
Kassym-Jomart Tokayev | Kassym-Zhomart Tokaev | KZ
Thongloun Sisoulith | Thoong-lun Xi-xu-lít | LA
Saleumxay Kommasith | Saleumxay Kommasit | LA
Hun Sen | Hun Xen | KH
Kim Jong-un | Kim Jong Eun | KP
Kim Jongun | Kim Jong-un | KP
Yoon Suk-yeol | Yun Sukyeol | KR
"""
APART = """
Xi Jinping | Lý Cường | CN
Li Qiang | Lý Khắc Cường | CN
Li Xi | Lưu Kiến Siêu | CN
Qin Gang | Trần Cương | CN
Wang Yi | Vương Ninh | CN
Wang Wentao | Vương Đông Minh | CN
Anna Berg | Hanna Berg | NO
A. Berg | Bo Berg | NO
A. Berg | Anna Berger | NO
Kim Jong-un | Kim Yo-jong | KP
Sok Dara | Sok Tara | KH
Nguyễn Văn Khánh | Nguyễn Văn Hạnh | VN
Park Jin | Park Jeong | KR
"""


def rows(table: str) -> list[list[str]]:
    """Return the rows of a table."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def pair(a: str, b: str, country: str, other: str | None) -> tuple[Participant, Participant]:
    """Return two people."""
    return Participant(name=a, country=country), Participant(name=b, country=other)


@pytest.mark.parametrize(("chinese", "vietnamese"), rows(CHINESE))
def test_readings(chinese: str, vietnamese: str) -> None:
    """A Chinese name and its Sino-Vietnamese reading are one, and are found by one key."""
    a, b = pair(chinese, vietnamese, "CN", "CN")

    assert same_name(a, b)
    assert set(keys(a)) & set(keys(b))
    assert same_name(*pair(chinese, vietnamese, "CN", None))


@pytest.mark.parametrize(("one", "other", "country"), rows(OTHERS))
def test_transliterations(one: str, other: str, country: str) -> None:
    """One name in two transliterations, orders, with hyphens or an initial is one."""
    assert same_name(*pair(one, other, country, country))
    assert same_name(*pair(other, one, country, None))


@pytest.mark.parametrize(("one", "other", "country"), rows(APART))
def test_other_names(one: str, other: str, country: str) -> None:
    """Names that only look alike stay apart."""
    assert not same_name(*pair(one, other, country, country))


def test_countries_must_agree() -> None:
    """Without a country, or with two, likeness is not enough."""
    people = [Participant(name="Xi Jinping", country=country) for country in ("CN", None, "SG")]
    others = [Participant(name="Tập Cận Bình", country=country) for country in ("VN", None, "CN")]

    assert not any(same_name(a, b) for a, b in zip(people, others, strict=True))


def test_bodies_are_not_people() -> None:
    """Names of organisations are not read."""
    bodies = [Participant(name=name, kind="organisation", country="CN") for name in ("Li Qiang", "Lý Cường")]

    assert not same_name(*bodies)
    assert () == tuple(keys(bodies[0]))


def test_no_reading_for_each_pair() -> None:
    """No Vietnamese form is taken for the name of another of these people."""
    names = rows(CHINESE)
    found = {(a, b) for a, own in names for other, b in names if own != b and a != other and same_name(*pair(a, b, "CN", "CN"))}

    assert {("Jinping Xi", "Tap Can Binh"), ("Jinping Xi", "Tập Cận Bình"), ("Xi Jinping", "Tập Cận Bình")} >= found
