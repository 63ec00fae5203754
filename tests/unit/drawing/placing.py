"""Where ISO/IEC 18004 puts the codewords of a QR code, and which block each belongs to."""

from collections import Counter
from itertools import pairwise

from segno import consts

Place = tuple[int, int]


def side_of(version: int) -> int:
    return version * 4 + 17


def places(version: int) -> list[Place]:
    """Rows and columns of all bits, in the order in which they are written."""
    side, found = side_of(version), []
    columns = [*range(side - 1, 6, -2), 5, 3, 1]
    for number, column in enumerate(columns):
        rows = range(side) if number % 2 else range(side - 1, -1, -1)
        found += [(y, x) for y in rows for x in (column, column - 1) if _is_free(version, y, x)]
    return found


def blocks(version: int) -> list[int]:
    """The block of every codeword at level H, in the order in which they are written."""
    data, repair = _lengths(version)
    rounds = range(max(data))
    first = [block for turn in rounds for block, length in enumerate(data) if turn < length]
    return first + [block for _ in range(repair) for block in range(len(data))]


def repairable(version: int) -> int:
    """Wrong codewords that each block can repair at level H."""
    return _lengths(version)[1] // 2


def hit(version: int, start: int, side: int) -> Counter[int]:
    """Codewords that a square of ``side`` from row and column ``start`` on touches, by block."""
    covered = range(start, start + side)
    owners = blocks(version)
    words = {
        bit // 8
        for bit, (y, x) in enumerate(places(version))
        if y in covered and x in covered and bit // 8 < len(owners)
    }
    return Counter(owners[word] for word in words)


def _lengths(version: int) -> tuple[list[int], int]:
    kinds = consts.ECC[version][consts.ERROR_LEVEL_H]
    data = [kind.num_data for kind in kinds for _ in range(kind.num_blocks)]
    return data, kinds[0].num_total - kinds[0].num_data


def _is_free(version: int, y: int, x: int) -> bool:
    far = side_of(version) - 8
    in_corner = (y < 9 and x < 9) or (y < 9 and x >= far) or (y >= far and x < 9)
    in_version = version >= 7 and ((y < 6 and x >= far - 3) or (x < 6 and y >= far - 3))
    return not (y == 6 or x == 6 or in_corner or in_version or _is_aligning(version, y, x))


def _is_aligning(version: int, y: int, x: int) -> bool:
    middles = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    assert all(near < far for near, far in pairwise(middles))
    return any(
        abs(y - row) <= 2 and abs(x - column) <= 2
        for row in middles
        for column in middles
        if (row, column) not in _corners(middles)
    )


def _corners(middles: tuple[int, ...]) -> set[Place]:
    first, last = middles[0], middles[-1]
    return {(first, first), (first, last), (last, first)}
