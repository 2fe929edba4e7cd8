"""The picture of the packages: what uses what, drawn from the imports."""

from __future__ import annotations

import re
from pathlib import Path

import grimp

MERMAID = re.compile(r"```mermaid\n%% the packages\n.*?```", re.S)
SHELL = "web"


def picture() -> str:
    """Return a Mermaid diagram of the rooms of the web and the packages of the tools.

    An arrow leads to what is used; one that others already imply is left out.
    """
    graph = grimp.build_graph("web", "tools")
    nodes = sorted(
        child
        for package in ("web", "tools")
        for child in graph.find_children(package)
        if child not in ("web.static", "web.templates") and not child.endswith("__main__")
    )
    uses = {
        node: {
            other
            for other in nodes
            if other != node
            and graph.direct_import_exists(importer=node, imported=other, as_packages=True)
        }
        for node in nodes
    }
    lines = ["```mermaid", "%% the packages", "flowchart TD"]
    for package in ("tools", "web"):
        lines.append(f"    subgraph {package}")
        lines += [f"        {_id(node)}[{_name(node)}]" for node in nodes if _top(node) == package]
        lines.append("    end")
    lines += [
        f"    {_id(node)} --> {_id(other)}"
        for node in nodes
        for other in sorted(_needed(node, uses))
    ]
    return "\n".join([*lines, "```"])


def written(file: Path) -> str:
    """Return a document with the picture as it is now."""
    return MERMAID.sub(lambda _: picture(), file.read_text(encoding="utf-8"))


def _needed(node: str, uses: dict[str, set[str]]) -> set[str]:
    implied: set[str] = set()
    for other in uses[node]:
        implied |= _below(other, uses)
    return uses[node] - implied


def _below(node: str, uses: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = [node]
    while left:
        new = uses[left.pop()] - found
        found |= new
        left += new
    return found


def _top(node: str) -> str:
    return node.partition(".")[0]


def _name(node: str) -> str:
    return node.rpartition(".")[2]


def _id(node: str) -> str:
    return node.replace(".", "_")
