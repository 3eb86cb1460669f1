"""When no plan fits: which constraint to relax, named."""

from psoas.vocabulary.errors import PsoasError


class PlanInfeasible(PsoasError):
    """Nothing fits; `relax` names the field that would have to give."""

    def __init__(self, relax: str, says: str) -> None:
        super().__init__(f"{relax}: {says}")
        self.relax = relax
