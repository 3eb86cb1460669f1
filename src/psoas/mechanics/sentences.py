"""The model's sentences, from `catalogue/data/reasons/mechanics.toml`, in the language now spoken."""

from psoas.catalogue.catalogue import load


def tell(name: str, /, **gaps: object) -> str:
    return load().says(f"model-{name}", **gaps)
