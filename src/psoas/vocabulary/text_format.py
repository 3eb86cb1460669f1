"""Text that must be written in a certain way, said once: the pattern for machines, the words for people."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Written:
    """Annotates a `str` with the pattern it must match in full and with what is allowed, in words.

    The document border looks for the two methods below by name; nothing here knows which library does so.
    """

    pattern: str
    says: str

    def __get_pydantic_core_schema__(self, source: type[Any], handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "pattern": f"^(?:{self.pattern})$"}

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(core), "description": self.says}
