"""The order in which functions are evaluated, and the circles that make an order impossible.

networkx builds, checks and orders; what runs thousands of times gets the plain order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.schema import Dossier

if TYPE_CHECKING:
    import networkx as nx


def function_order(dossier: Dossier) -> tuple[str, ...]:
    """Every function once, those it needs before it; of functions free to stand anywhere, file order.

    Raises: InvalidInput `function-circle` when functions need each other in a circle.
    """
    import networkx as nx

    problems = function_circle_problems(dossier)
    if problems:
        raise InvalidInput(problems)
    rank = {name: position for position, name in enumerate(dossier.site.functions)}
    return tuple(nx.lexicographical_topological_sort(_needs(dossier), key=rank.__getitem__))


def function_circles(dossier: Dossier) -> tuple[tuple[str, ...], ...]:
    """Groups of functions that need each other, each group and the groups in file order; empty when there are none."""
    import networkx as nx

    graph = _needs(dossier)
    rank = {name: position for position, name in enumerate(dossier.site.functions)}
    groups = [sorted(group, key=rank.__getitem__) for group in nx.strongly_connected_components(graph)]
    circles = [tuple(group) for group in groups if len(group) > 1 or graph.has_edge(group[0], group[0])]
    return tuple(sorted(circles, key=lambda group: rank[group[0]]))


def function_circle_problems(dossier: Dossier) -> tuple[Problem, ...]:
    """One problem a circle, at its first function's needs."""
    return tuple(
        Problem(
            file="site.yaml",
            field=f"functions.{circle[0]}.needs",
            code="function-circle",
            facts=facts(circle=" → ".join(_round(dossier, circle))),
        )
        for circle in function_circles(dossier)
    )


def _round(dossier: Dossier, circle: tuple[str, ...]) -> tuple[str, ...]:
    """One way round the circle, from its first function to itself, each needing the next."""
    import networkx as nx

    edges = nx.find_cycle(_needs(dossier).subgraph(circle).reverse(), circle[0])
    return (*(edge[0] for edge in edges), edges[0][0])


def _needs(dossier: Dossier) -> nx.DiGraph[str]:
    """Functions, with an edge from what is needed to what needs it."""
    import networkx as nx

    functions = dossier.site.functions
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(functions)
    for name, function in functions.items():
        needed = [leaf.subject for leaf in function.needs.leaves()]
        graph.add_edges_from((subject, name) for subject in needed if subject in functions)
    return graph
