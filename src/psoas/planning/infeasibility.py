"""When no plan fits: which constraint to relax, named."""

from psoas.vocabulary.errors import PsoasError


class PlanInfeasible(PsoasError):
    """Nothing fits; `relax` names the field that would have to give."""

    def __init__(self, relax: str, says: str) -> None:
        super().__init__(f"{relax}: {says}")
        self.relax = relax
        self.says = says

    def __reduce__(self) -> tuple[type["PlanInfeasible"], tuple[str, str]]:
        """It may cross from one process to another."""
        return type(self), (self.relax, self.says)
