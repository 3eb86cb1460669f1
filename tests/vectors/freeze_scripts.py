"""Freeze the scripts of the stage, so that the player of the page is tested on what the server really writes.

    .venv/bin/python tests/vectors/freeze_scripts.py

writes player-scripts.json. Run it after a change of the script that is meant; both sides' tests read the file.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from player_sessions import SCRIPTS  # noqa: E402  # the path above comes first


def main() -> None:
    scripts = {name: asdict(script) for name, script in SCRIPTS.items()}
    text = json.dumps(scripts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (HERE / "player-scripts.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
