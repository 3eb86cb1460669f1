"""Days with gaps."""

from datetime import date

import pytest

from psoas.statistics.series import Gap, Median, gaps, median, series_of


def day(number: int) -> date:
    return date(2026, 11, number)


def test_zero_is_data_and_missing_is_not_zero() -> None:
    """Two zeros and a missing day have the middle 0 of two days, not of three."""
    series = series_of([(day(1), 0), (day(2), None), (day(3), 0)])

    assert median(series) == Median(value=0, of=2)


def test_a_median_says_of_how_many_days_it_speaks() -> None:
    series = series_of([(day(3), 5), (day(1), 1), (day(2), 2), (day(9), 8)])

    assert median(series) == Median(value=3.5, of=4)
    assert median(series.last_days(7, today=day(9))) == Median(value=6.5, of=2)


def test_nothing_known_has_no_middle() -> None:
    assert median(series_of([(day(1), None)])) is None


def test_values_come_in_the_order_of_days() -> None:
    series = series_of([(day(5), 1), (day(2), 2)])

    assert [point.on for point in series.points] == [day(2), day(5)]


def test_gaps_lie_between_known_days_only() -> None:
    series = series_of([(day(1), None), (day(2), 0), (day(3), 1), (day(7), 2), (day(8), None)])

    assert gaps(series) == (Gap(first=day(4), last=day(6)),)
    assert gaps(series)[0].days == 3


def test_today_is_one_of_the_last_days() -> None:
    series = series_of([(day(1), 1), (day(7), 2), (day(8), 3)])

    assert [point.value for point in series.last_days(7, today=day(7)).points] == [1, 2]


def test_two_values_for_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="one value a day"):
        series_of([(day(1), 1), (day(1), 2)])
