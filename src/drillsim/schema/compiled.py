"""The values that follow from a customer's files: worked out when first asked, kept by one value.

    @follows_from("network", "site")
    def cords(files: Compiled) -> tuple[tuple[Cord, ...], ...]: ...

`compile_dossier(dossier)` owns all of it, of every layer, for as long as somebody holds it. The functions that work it
out stand in the layer whose words it is told in; each names the files it goes by and is shown these alone, so a plan
made from another one by an edit (`with_dossier`) shares what follows from the files the edit left as they are, and a
function that looks at more than it names fails at once instead of answering for another plan.

A kept value is never part of an answer: compiled anew it is the same. So a copy sent to another process takes the files
along and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from itertools import combinations
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar, cast, get_args

from drillsim.schema.dossier import Dossier

P = ParamSpec("P")
T = TypeVar("T")

Section = Literal["customer", "network", "site", "plan"]
"""One of the four values of a dossier that something follows from; from the register nothing does."""
SECTIONS: tuple[Section, ...] = get_args(Section)
SETS = tuple(frozenset(each) for size in range(1, len(SECTIONS) + 1) for each in combinations(SECTIONS, size))
"""Every choice of files something can follow from."""

MOST = 4_096
"""Answers kept of one function that is asked about more than the files; then the oldest is forgotten."""


@dataclass(frozen=True, slots=True, eq=False)
class Compiled(Dossier):
    """A dossier with everything that follows from it; equal only to itself."""

    _shelves: dict[frozenset[str], Shelf] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._shelves.update({of: Shelf(self, of) for of in SETS})

    def __reduce__(self) -> tuple[object, ...]:
        return Compiled, (self.folder, self.customer, self.network, self.site, self.plan, self.register)

    def with_dossier(self, changed: Dossier) -> Compiled:
        """`changed` compiled; what follows from files that are the same values in both is shared."""
        found = compile_dossier(changed)
        same = {each for each in SECTIONS if getattr(self, each) is getattr(changed, each)}
        found._shelves.update({of: shelf for of, shelf in self._shelves.items() if of <= same})
        return found

    def shelf(self, of: frozenset[str]) -> Shelf:
        """Return the shelf of values that follow from the files `of`."""
        found = self._shelves.get(of)
        assert found is not None, f"{sorted(of)} asked by what follows from less"
        return found


class Shelf:
    """The values that follow from some of the files, and these files."""

    def __init__(self, owner: Compiled, of: frozenset[str]) -> None:
        self._owner, self._of = owner, of
        self._files: Compiled | None = None
        self.kept: dict[Callable[..., Any], dict[tuple[object, ...], Any]] = {}

    @property
    def files(self) -> Compiled:
        """The files it follows from; to look at another one fails."""
        if self._files is None:
            owner = self._owner
            shown: dict[str, Any] = {s: getattr(owner, s) if s in self._of else _NotNamed(s) for s in SECTIONS}
            self._files = Compiled(owner.folder, **shown, register=cast("Any", _NotNamed("register")))
            self._files._shelves.clear()
            self._files._shelves.update({of: owner.shelf(of) for of in SETS if of <= self._of})
        return self._files


class _NotNamed:
    """Stands where a file is that the function at work did not name."""

    def __init__(self, section: str) -> None:
        self._section = section

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"{self._section}.{name} asked by what does not follow from it")


def compile_dossier(dossier: Dossier) -> Compiled:
    """The dossier with room for everything that follows from it. Costs nothing until something is asked."""
    return Compiled(dossier.folder, dossier.customer, dossier.network, dossier.site, dossier.plan, dossier.register)


def follows_from(
    *sections: Section, most: int = MOST
) -> Callable[[Callable[Concatenate[Compiled, P], T]], Callable[Concatenate[Compiled, P], T]]:
    """Has a function of a compiled dossier worked out once for the files `sections`, and kept with them.

    Further arguments are hashable and go by position. Its result is shared, and changed by nobody.
    """
    of = frozenset(sections)

    def kept(work: Callable[Concatenate[Compiled, P], T]) -> Callable[Concatenate[Compiled, P], T]:
        @wraps(work)
        def asked(files: Compiled, /, *args: P.args, **by_name: P.kwargs) -> T:
            assert not by_name, f"{work.__name__} is asked by position"
            shelf = files.shelf(of)
            answers = shelf.kept.get(work)
            if answers is None:
                answers = shelf.kept[work] = {}
            elif args in answers:
                return answers[args]  # type: ignore[no-any-return]  # what `work` has given
            found = work(shelf.files, *args, **by_name)
            if len(answers) >= most:
                del answers[next(iter(answers))]
            answers[args] = found
            return found

        return asked

    return kept
