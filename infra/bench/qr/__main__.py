"""Measure how well pictures are read: ``python -m infra.bench.qr [--pictures N] [--json FILE]``."""

import argparse
import sys
from typing import Any

from infra.bench.files import writable, write
from infra.bench.qr.outcomes import figures, outcomes

METHOD = """\
{pictures} pictures of phones' screens, {pictures_with_code} of them with a group's QR code, each
drawn and then distorted by seeded chance: the same ones every time. A code counts as decoded when
its text, and nothing else, was read; a false positive is any text that is not on the picture.
Times are for this machine, from the bytes of a JPEG to the text."""


def main(words: list[str] | None = None) -> int:
    """Print the table and write the figures."""
    wanted = _parser().parse_args(words)
    found = figures(list(outcomes(wanted.pictures)))
    sys.stdout.write(f"{table(found)}\n")
    write(wanted.json, found)
    return 0


def table(found: dict[str, Any]) -> str:
    """Lines to print."""
    rows = [f"{name:<30}{share:>8.1%}" for name, share in found["cases"].items()]
    return "\n".join(
        [
            *rows,
            "",
            f"{'decoded':<30}{found['decoded_share']:>8.1%}",
            f"{'false positives':<30}{found['false_positives']:>8}",
            f"{'ms, median':<30}{found['ms_median']:>8.1f}",
            f"{'ms, most':<30}{found['ms_most']:>8.1f}",
            "",
            METHOD.format_map(found),
        ]
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure how well pictures are read.")
    parser.add_argument("--pictures", type=_count, default=8, help="how many of each case")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
