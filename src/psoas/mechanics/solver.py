"""The solver for many bodies: compiled where numba is installed, plain numpy elsewhere; both give the same angles."""

from importlib.util import find_spec

from psoas.mechanics.balance import Rest, settle_at_angle
from psoas.mechanics.bodies import Floats
from psoas.mechanics.chain import Chain


def settle_many(chain: Chain, chest: Floats, *, reach: Floats) -> Rest:
    """As `balance.settle_at_angle`, as fast as this installation can."""
    if find_spec("numba") is None:
        return settle_at_angle(chain, chest, reach=reach)
    from psoas.mechanics.kernel import settle_population  # noqa: PLC0415  # compiling loads slowly: only tables need it

    return settle_population(chain, chest, reach=reach)
