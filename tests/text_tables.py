"""Small text tables: the form in which clinical rules are written, tested and printed in `docs/clinical`."""


def rows(table: str) -> list[dict[str, str]]:
    """Read a table with a header line and `|` between its columns; every cell is text, trimmed."""
    lines = [line.strip() for line in table.strip().splitlines() if line.strip()]
    header, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(header, cells, strict=True)) for cells in body]
