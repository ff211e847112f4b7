"""Shares, frequencies and amounts as words: no more digits than they carry, no 100 % for what is only nearly so."""

from __future__ import annotations

from drillsim.texts import Lang, text

NOTHING = "—"
_MOST_DIGITS = 4
_RAREST_YEARS = 1_000_000


def share_text(share: float | None) -> str:
    """A share in per cent: one digit, more only where it would read 0 or 100; a dash for None."""
    if share is None:
        return NOTHING
    percent = 100 * share
    if percent in (0.0, 100.0):
        return f"{percent:.0f} %"
    for digits in range(1, _MOST_DIGITS + 1):
        words = f"{percent:.{digits}f}"
        if 0 < float(words) < 100:
            return f"{_plain(words)} %"
    least = 10**-_MOST_DIGITS
    return f"< {least:.{_MOST_DIGITS}f} %" if percent < 50 else f"> {100 - least:.{_MOST_DIGITS}f} %"


def interval_text(low: float | None, high: float | None) -> str:
    """An interval in per cent; empty where there is none."""
    if low is None or high is None:
        return ""
    first, last = share_text(low), share_text(high)
    return first if first == last else f"{first.removesuffix(' %')}–{last}"


def often_text(lang: Lang, per_year: float) -> str:
    """Return the frequency in words: times a year, or once in so many years, two digits."""
    if per_year <= 0:
        return text(lang, "report-campaign-never")
    if per_year >= 1:
        return text(lang, "report-campaign-times-a-year", n=two_digits(per_year))
    years = 1 / per_year
    if years > _RAREST_YEARS:
        return text(lang, "report-campaign-rarer", years=str(_RAREST_YEARS))
    return text(lang, "report-campaign-once-in", years=two_digits(years))


def two_digits(value: float) -> str:
    """`value` with two digits that count, no exponent: 0.034, 1.5, 2300."""
    return figure(value, 2)


def figure(value: float | None, digits: int = 3) -> str:
    """`value` with so many digits that count, no exponent unless it is tiny; a dash for None."""
    if value is None:
        return NOTHING
    if value and abs(value) < 1e-6:
        return f"{value:.{digits - 1}e}"
    if abs(value) >= 10**digits:
        return f"{float(f'{value:.{digits}g}'):.0f}"
    words = f"{value:.{digits}g}"
    return f"{float(words):.12f}".rstrip("0").rstrip(".") if "e" in words else words


def _plain(words: str) -> str:
    return words.rstrip("0").rstrip(".") if "." in words else words
