"""Every smallest choice of patterns that together cover a set of rows, found exactly.

Rows and patterns are bits of whole numbers. Three reductions keep the search short: a row whose
patterns include all those of another row is covered whenever the other is; rows that share no
pattern with the rest can be solved apart; and rows of which no two share a pattern say how many
patterns are needed at least.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from comity.terms.errors import InputError

MAX_FOUND = 500_000


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """Which patterns cover which rows.

    Parameters
    ----------
    patterns
        Rows that each pattern covers, as bits; no two alike.
    rows
        How many rows there are.
    by_row
        Patterns that cover each row, as bits; worked out from ``patterns``.
    solved
        Answers to parts of the question that come up again on the way.
    """

    patterns: tuple[int, ...]
    rows: int
    by_row: tuple[int, ...] = field(init=False)
    solved: dict[tuple[tuple[int, ...], int, int], list[tuple[int, ...]]] = field(
        init=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        by_row = [0] * self.rows
        for i, pattern in enumerate(self.patterns):
            for row in bits(pattern):
                by_row[row] |= 1 << i
        object.__setattr__(self, "by_row", tuple(by_row))

    def smallest_covers(self) -> list[tuple[int, ...]]:
        """Return every cover with the fewest patterns, as positions of patterns.

        Raises
        ------
        InputError
            If a row has no pattern, or more covers tie than can be listed.
        """
        if not all(self.by_row):
            raise InputError("A positive row is covered by no term; it cannot be minimised.")
        if not self.rows:
            return [()]
        everything, open_ = range(self.rows), (1 << len(self.patterns)) - 1
        size = self._least(everything, open_, len(self.patterns))
        return self._covers(everything, open_, size)

    def _least(self, rows: Sequence[int], open_: int, most: int) -> int:
        """How few patterns will do; anything above ``most`` where that is not enough."""
        widest = self._widest(rows, open_)
        for size in range(self._apart(self._needed(rows, widest), widest), most + 1):
            if self._possible(rows, widest, size):
                return size
        return most + 1

    def _possible(self, rows: Sequence[int], open_: int, size: int) -> bool:
        if not rows:
            return True
        if size <= 1:
            return size == 1 and self._one_for_all(rows, open_) != 0
        needed = self._needed(rows, open_)
        if self._hopeless(needed, open_, size):
            return False
        for i in bits(self.by_row[needed[0]] & open_):
            left = [row for row in needed if not self.patterns[i] >> row & 1]
            if self._possible(left, open_, size - 1):
                return True
            open_ &= ~(1 << i)
        return False

    def _covers(self, rows: Sequence[int], open_: int, size: int) -> list[tuple[int, ...]]:
        """Return every cover by exactly ``size`` patterns, where fewer are known not to do."""
        if size <= 1:
            return [(i,) for i in bits(self._one_for_all(rows, open_))] if size == 1 else []
        needed = self._needed(rows, open_)
        if self._hopeless(needed, open_, size):
            return []
        open_ &= self._touching(needed)
        key = (tuple(sorted(needed)), open_, size)
        if key not in self.solved:
            parts = self._parts(needed, open_)
            if len(parts) > 1:
                self.solved[key] = self._joined(parts, open_, size)
            else:
                self.solved[key] = self._branches(needed, open_, size)
        return self.solved[key]

    def _branches(self, needed: Sequence[int], open_: int, size: int) -> list[tuple[int, ...]]:
        """Try each pattern of the scarcest row in turn."""
        found: list[tuple[int, ...]] = []
        for i in bits(self.by_row[needed[0]] & open_):
            open_ &= ~(1 << i)  # covers with this pattern are all found here, none again later
            left = [row for row in needed if not self.patterns[i] >> row & 1]
            found += [(i, *cover) for cover in self._covers(left, open_, size - 1)]
            _refuse_too_many(len(found))
        return found

    def _touching(self, rows: Sequence[int]) -> int:
        """Patterns that cover any of the rows, as bits."""
        together = 0
        for row in rows:
            together |= self.by_row[row]
        return together

    def _joined(self, parts: list[list[int]], open_: int, size: int) -> list[tuple[int, ...]]:
        """Solve rows that share no pattern apart from one another, and combine the answers."""
        spare, answers, total = size - len(parts), [], 1
        for part in parts:
            least = self._least(part, open_, spare + 1)
            spare -= least - 1
            if spare < 0:
                return []
            answers.append(self._covers(part, open_, least))
            total *= len(answers[-1])
            _refuse_too_many(total)
        if spare:
            return []
        return [tuple(i for part in choice for i in part) for choice in product(*answers)]

    def _one_for_all(self, rows: Sequence[int], open_: int) -> int:
        """Patterns that cover every one of the rows, as bits."""
        for row in rows:
            open_ &= self.by_row[row]
        return open_

    def _needed(self, rows: Sequence[int], open_: int) -> list[int]:
        """Rows that are not covered of themselves when the others are, scarcest first."""
        masks = sorted(((self.by_row[row] & open_).bit_count(), row) for row in rows)
        kept: list[int] = []
        chosen: list[int] = []
        for _, row in masks:
            mask = self.by_row[row] & open_
            if not any(other & ~mask == 0 for other in chosen):
                kept.append(row)
                chosen.append(mask)
        return kept

    def _hopeless(self, needed: Sequence[int], open_: int, size: int) -> bool:
        return not self.by_row[needed[0]] & open_ or self._apart(needed, open_) > size

    def _apart(self, needed: Sequence[int], open_: int) -> int:
        """How many of the rows can be picked so that no two share a pattern."""
        taken = count = 0
        for row in needed:
            mask = self.by_row[row] & open_
            if not mask & taken:
                taken |= mask
                count += 1
        return count

    def _parts(self, needed: Sequence[int], open_: int) -> list[list[int]]:
        """Groups of rows that share patterns with one another only."""
        groups: list[tuple[int, list[int]]] = []
        for row in needed:
            mask, members, apart = self.by_row[row] & open_, [row], []
            for other, rows in groups:
                if other & mask:
                    mask, members = mask | other, rows + members
                else:
                    apart.append((other, rows))
            groups = [*apart, (mask, members)]
        return [rows for _, rows in groups]

    def _widest(self, rows: Sequence[int], open_: int) -> int:
        """Patterns that are part of no other on these rows, one of each kind, as bits."""
        here = sum(1 << row for row in rows)
        wide = sorted(bits(open_), key=lambda i: -(self.patterns[i] & here).bit_count())
        kept = 0
        seen: list[int] = []
        for i in wide:
            pattern = self.patterns[i] & here
            if pattern and not any(pattern & ~other == 0 for other in seen):
                kept |= 1 << i
                seen.append(pattern)
        return kept


def bits(number: int) -> Iterator[int]:
    """Yield the positions of the bits that are set, lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def _refuse_too_many(found: int) -> None:
    if found > MAX_FOUND:
        raise InputError(
            f"More than {MAX_FOUND:,} models tie; choose fewer conditions, or a solution that "
            "uses fewer unseen combinations."
        )
