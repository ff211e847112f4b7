"""Words measured without a font."""

from __future__ import annotations

import pytest

from drillsim.documents.pictures.measure import balanced, em_width, shortened, wrapped


def test_a_chinese_character_is_about_one_em_and_a_latin_letter_about_half() -> None:
    assert em_width("柴油发电机") == pytest.approx(5, abs=0.2)
    assert em_width("abcdefghij") == pytest.approx(5.5, abs=0.6)


def test_words_that_fit_stay_as_they_are_and_others_end_in_an_ellipsis() -> None:
    assert shortened("手术部", 4) == "手术部"
    cut = shortened("重症监护室设备带", 5)
    assert cut.endswith("…") and em_width(cut) <= 5.1


def test_chinese_breaks_anywhere_and_english_between_words() -> None:
    assert wrapped("疏散及病区安全照明", 5, 3) == ("疏散及病", "区安全照", "明")
    assert wrapped("Operating theatres", 6, 3) == ("Operating", "theatres")


def test_an_id_breaks_after_its_hyphen() -> None:
    assert wrapped("basement-0.4kV", 6, 2) == ("basement-", "0.4kV")


def test_balanced_lines_leave_no_character_alone() -> None:
    assert balanced("疏散及病区安全照明", 5, 3) == ("疏散及", "病区安", "全照明")


def test_balancing_never_breaks_a_word() -> None:
    assert balanced("Emergency booster pump", 6.6, 3) == ("Emergency", "booster", "pump")


def test_no_line_is_wider_than_asked() -> None:
    for words in ("电话交换机及楼宇自控", "Theatre air handling unit", "a-very-long-identifier-without-spaces"):
        for most in (4.0, 6.5, 9.0):
            assert all(em_width(line) <= most + 0.01 for line in wrapped(words, most, 3))
