"""Which language is spoken, by flag, variable, customer and machine."""

from __future__ import annotations

import pytest

from drillsim.cli.language import customer_lang, lang_named, machine_lang, wished


@pytest.mark.parametrize(
    ("argv", "environment", "lang"),
    [
        (["run", "--lang", "zh"], {}, "zh"),
        (["run", "--lang=en"], {"DRILLSIM_LANG": "zh"}, "en"),
        (["run"], {"DRILLSIM_LANG": "zh"}, "zh"),
        (["run"], {"DRILLSIM_LANG": "ZH"}, "zh"),
        (["run"], {"DRILLSIM_LANG": "fr"}, None),
        (["run", "--lang", "fr"], {}, None),
        (["run", "--lang"], {}, None),
        ([], {}, None),
    ],
)
def test_the_flag_goes_before_the_variable(argv: list[str], environment: dict[str, str], lang: str | None) -> None:
    assert wished(argv, environment) == lang


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LC_MESSAGES": "Chinese (Simplified)_China"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_a_chinese_machine_speaks_chinese_and_every_other_english(environment: dict[str, str], lang: str) -> None:
    assert machine_lang(environment) == lang


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("zh", "zh"), ("ZH_CN", "zh"), ("zh-Hans", "zh"), ("中文", "zh"), ("English", "en"), ("en_GB.UTF-8", "en"),
        ("fr", None), ("", None),
    ],
)  # fmt: skip
def test_a_language_is_known_by_what_people_and_machines_call_it(word: str, lang: str | None) -> None:
    assert lang_named(word) == lang


def test_the_customers_language_goes_before_the_machines_and_after_the_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DRILLSIM_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert customer_lang(None, "zh") == "zh"
    assert customer_lang(None, None) == "en"
    assert customer_lang("en", "zh") == "en"
    monkeypatch.setenv("DRILLSIM_LANG", "en")
    assert customer_lang(None, "zh") == "en"
