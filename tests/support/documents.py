"""The documents of the checkout as tests read them: fenced blocks, and code within sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.support.sources import CHECKOUT, known_files

TRANSCRIPTS = {
    "db/TOUR.md": "tests/sql/test_tour.py",
    "db/NORMAL-FORMS.md": "tests/sql/test_normal_forms.py",
}
"""Documents whose `sql` blocks another test runs and compares."""

_MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Block:
    """A block of code in a document."""

    document: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"

    def commands(self) -> list[str]:
        """Return the commands of an `sh` block with the comments behind them; others have none."""
        if self.language != "sh":
            return []
        joined = self.text.replace("\\\n", "\0")
        lines = [line.replace("\0", "\\\n") for line in joined.splitlines()]
        return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


@dataclass(frozen=True)
class Code:
    """Code within a sentence or a cell of a table."""

    document: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}: {self.text}"


def documents() -> list[str]:
    """Return the Markdown files, the README first: it is what people begin with."""
    return sorted(known_files("*.md"), key=lambda name: (name != "README.md", name))


def commands() -> list[str]:
    """Return the commands of all documents, in order."""
    return [command for block in blocks() for command in block.commands()]


def is_typed(block: Block) -> bool:
    """Return whether a block is for the `mysql` client, and no other test runs it."""
    is_other = block.document in TRANSCRIPTS or is_quotation(block)
    return block.language == "sql" and not is_other


def is_quotation(block: Block) -> bool:
    """Return whether a block is a passage of a source file of the checkout."""
    return any(block.text in source for source in _sources())


@cache
def _sources() -> list[str]:
    names = known_files("*.sql", "*.py", "*.html", "*.mako", "*.css", "*.js")
    return [(CHECKOUT / name).read_text(encoding="utf-8") for name in names]


def blocks() -> list[Block]:
    """Return every block of code of every document, in order."""
    return [
        Block(document, line, token.info.strip(), token.content)
        for document, token, line in _tokens()
        if token.type in {"fence", "code_block"}
    ]


def inline_code() -> list[Code]:
    """Return what is marked as code in the text of every document."""
    return [
        Code(document, line, child.content)
        for document, token, line in _tokens()
        for child in token.children or ()
        if child.type == "code_inline"
    ]


@cache
def _tokens() -> list[tuple[str, Token, int]]:
    found = []
    for document in documents():
        line = 0
        for token in _MARKDOWN.parse((CHECKOUT / document).read_text(encoding="utf-8")):
            # Cells of a table do not say where they are, their row does.
            line = token.map[0] + 1 if token.map else line
            found.append((document, token, line))
    return found
