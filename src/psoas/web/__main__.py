"""`python -m psoas.web`: what `psoas serve` starts."""

import argparse

from psoas.web.serve import serve

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="psoas serve")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--phone", action="store_true")
    chosen = parser.parse_args()
    serve(port=chosen.port, open_browser=not chosen.no_browser, phone=chosen.phone)
