"""The words people type for one of a fixed list: read here, written canonically ever after.

Sources of the words: 电监安全〔2008〕43号 (importance classes), GB 50052 (load grades); the rest is what a supply
company's planner says. Whatever is not among them stays as it is and is refused with the canonical words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from pydantic import BeforeValidator


def spoken(words: Mapping[str, str], *tails: str) -> BeforeValidator:
    """Reads the keys of `words` as their values, with or without one of `tails` behind them (一级, 一级负荷)."""
    known = {word + tail: meant for word, meant in words.items() for tail in ("", *tails)}

    def read(value: object) -> object:
        if not isinstance(value, str) or value.isascii():
            return value
        return known.get(unicodedata.normalize("NFKC", value).replace(" ", ""), value)

    return BeforeValidator(read)


IMPORTANCE = spoken(
    {"特级": "SP", "一级": "C1", "1级": "C1", "二级": "C2", "2级": "C2", "临时性": "TMP", "临时": "TMP", "无": "none",
     "非重要": "none", "普通": "none"},
    "重要用户", "重要电力用户", "用户", "电力用户",
)  # fmt: skip
GRADE = spoken(
    {"特级": "1S", "特别重要": "1S", "一级中特别重要": "1S", "一级负荷中特别重要": "1S", "一级": "1", "1级": "1",
     "二级": "2", "2级": "2", "三级": "3", "3级": "3"},
    "负荷", "负荷级", "的负荷",
)  # fmt: skip
INDUSTRY = spoken(
    {
        "医院": "hospital", "医疗": "hospital", "化工": "chemical", "化工厂": "chemical", "化工企业": "chemical",
        "石化": "chemical", "石油化工": "chemical", "数据中心": "data_centre", "机房": "data_centre", "机场": "airport",
        "民航": "airport", "水厂": "water", "自来水": "water", "自来水厂": "water", "供水": "water", "水务": "water",
        "政府": "government", "政府机关": "government", "党政机关": "government", "机关": "government", "地铁": "metro",
        "轨道交通": "metro", "工业": "industry", "工厂": "industry", "制造": "industry", "制造业": "industry",
        "矿山": "mine", "煤矿": "mine", "矿": "mine", "冶金": "metallurgy", "钢铁": "metallurgy", "钢厂": "metallurgy",
        "其他": "other", "其它": "other",
    }
)  # fmt: skip
SIDE = spoken({"客户": "customer", "用户": "customer", "用电方": "customer", "供电公司": "utility",
               "供电企业": "utility", "供电局": "utility", "电网": "utility", "供电方": "utility"}, "侧")  # fmt: skip
DAYS = spoken(
    {"每天": "mon-sun", "每日": "mon-sun", "周一至周日": "mon-sun", "工作日": "mon-fri", "周一至周五": "mon-fri",
     "周末": "sat-sun", "周六周日": "sat-sun", "双休日": "sat-sun", "节假日": "holiday", "法定节假日": "holiday",
     "周一": "mon", "周二": "tue", "周三": "wed", "周四": "thu", "周五": "fri", "周六": "sat", "周日": "sun",
     "周天": "sun", "星期一": "mon", "星期二": "tue", "星期三": "wed", "星期四": "thu", "星期五": "fri",
     "星期六": "sat", "星期日": "sun", "星期天": "sun"}
)  # fmt: skip
HOSPITAL_LEVEL = spoken({"三级": "tertiary", "三甲": "tertiary", "三级甲等": "tertiary", "二级": "secondary",
                         "二甲": "secondary", "二级甲等": "secondary", "一级": "lower"}, "医院")  # fmt: skip
TRADE = spoken({"电气": "electrician", "电工": "electrician", "工艺": "process", "动力": "process", "暖通": "process",
                "设备": "process", "信息": "it", "网络": "it", "医疗": "clinical", "医护": "clinical", "消防": "fire",
                "油料": "fuel", "燃油": "fuel", "调度": "dispatch", "运输": "transport", "安保": "security",
                "安防": "security", "管理": "management", "行政": "management", "其他": "other"})  # fmt: skip
RESULT = spoken({"优": "excellent", "优秀": "excellent", "良": "good", "良好": "good", "中": "fair", "中等": "fair",
                 "差": "poor"})  # fmt: skip
