"""Noise and meaning."""

import pytest
from text_tables import rows

from psoas.statistics.detectable_change import Precision, Reading, important_change, read_change


def test_a_change_must_be_more_than_noise_before_it_can_mean_anything() -> None:
    """MDC95 = 2.77 x SEM: inside it nothing is said, whatever would be felt as worthwhile."""
    table = """
        standard error | important | change | reading
                   3.0 |      12.0 |    8.3 | UNCLEAR
                   3.0 |      12.0 |   8.31 | REAL
                   3.0 |      12.0 |  -11.9 | REAL
                   3.0 |      12.0 |  -12.0 | MEANINGFUL
                   3.0 |       2.0 |    5.0 | UNCLEAR
                   0.0 |       2.0 |    0.5 | REAL
    """
    for row in rows(table):
        noise = 2.77 * float(row["standard error"])
        precision = Precision(detectable_change=noise, important_change=float(row["important"]))

        assert read_change(float(row["change"]), precision=precision) is Reading[row["reading"]], row


def test_two_points_or_thirty_per_cent_whichever_is_reached_first() -> None:
    table = """
        baseline | important change
               0 | 2
               4 | 1.2
              10 | 2
    """
    for row in rows(table):
        found = important_change(float(row["baseline"]), points=2, share=0.3)

        assert found == pytest.approx(float(row["important change"])), row
