"""From prose source to HTML: numbers and sources filled in, medical words made explainable."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.domain.address import PATHS, SETTINGS, href
from app.knowledge.models import Term
from app.knowledge.notes import mark, term
from app.knowledge.numbers import Number, NumberError

_REFERENCE = re.compile(r"\{([^{}]*)\}")
_CITATION = re.compile(r"\s*\[@([^\]]*)\]")
_BARE_DIGIT = re.compile(r"(?<![A-Za-z\d.,])\d[\d.,]*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?!\[@)")
_DENOMINATOR = re.compile(r"\b100\b")  # "of 100 people": the one denominator, not a finding


@dataclass(frozen=True)
class Prose:
    """A text ready to show.

    Attributes:
        html: what the reader sees.
        plain: paragraphs and list items without markup, numbers filled in; headings left out.
        sources: ids of every source cited, in order, each once.
        rows: ids of every row whose number is shown.
        problems: what is wrong with the text, as (found, allowed).

    """

    html: str
    plain: tuple[str, ...]
    sources: tuple[str, ...]
    rows: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The words alone, in one line: for buttons, names and what is counted."""
        return " ".join(self.plain)


@dataclass
class _Gathered:
    """What one rendering collects on its way."""

    plain: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Context:
    """What prose may refer to.

    Attributes:
        number: looks up a number by reference; raises NumberError.
        passports: source id to its passport as inline HTML: what it is, who paid, how many people.
        slots: other names in braces (`clinic.phone`) and their text.
        targets: ids that links may name, by kind (`step`, `node`).
        terms: the glossary.
        source_words: what the button says that opens the sources of a passage.
        settings: view settings that links carry on, such as the language.

    """

    number: Callable[[str], Number]
    passports: Mapping[str, str]
    slots: Mapping[str, str]
    targets: Mapping[str, frozenset[str]]
    terms: Sequence[Term]
    source_words: Callable[[Sequence[str]], str]
    settings: Mapping[str, str] = field(default_factory=dict)


class Renderer:
    """Renders prose of one language. Results are kept: the texts are few and never change."""

    def __init__(self, context: Context) -> None:
        """Take what prose may refer to."""
        self._context = context
        self._markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        # Finds paragraphs, lists and tables alone; what stands in them is parsed once filled in.
        self._outline = MarkdownIt("commonmark", {"html": False}).enable("table").disable("inline")
        self._terms = {
            name.lower(): term.id for term in context.terms for name in (term.term, *term.aliases)
        }
        self._definitions = {
            term.id: f"<b>{html.escape(term.term)}</b> {html.escape(term.definition)}"
            for term in context.terms
        }
        names = sorted(map(re.escape, self._terms), key=len, reverse=True)
        self._term = re.compile(rf"(?<![\w-])({'|'.join(names)})(?![\w-])", re.IGNORECASE)
        self.block = lru_cache(maxsize=None)(self._block)
        self.line = lru_cache(maxsize=None)(self._line)

    def _block(self, text: str) -> Prose:
        """Render Markdown with paragraphs and lists."""
        return self._render(text, self._outline.parse, self._markdown.renderer.render)

    def _line(self, text: str) -> Prose:
        """Render one line or paragraph without an element around it."""
        return self._render(text, self._outline.parseInline, self._markdown.renderer.render)

    def _render(
        self, text: str, parse: Callable[..., list[Token]], write: Callable[..., str]
    ) -> Prose:
        gathered = _Gathered()
        tokens = parse(text)
        heading = False
        for token in tokens:
            heading = token.type == "heading_open" or (heading and token.type != "heading_close")
            if token.type == "inline":
                self._inline(token, gathered, heading)
        return Prose(
            html=write(tokens, self._markdown.options, {}).strip(),
            plain=tuple(gathered.plain),
            sources=tuple(dict.fromkeys(gathered.sources)),
            rows=tuple(dict.fromkeys(gathered.rows)),
            problems=tuple(gathered.problems),
        )

    def _inline(self, token: Token, gathered: _Gathered, heading: bool) -> None:
        """Fill in one paragraph, list item, heading or table cell."""
        self._bare_digits(token.content, gathered)
        cited: list[str] = []
        content = _REFERENCE.sub(
            lambda match: self._value(match[1], cited, gathered), token.content
        )
        content = _CITATION.sub(lambda match: self._cited(match[1], cited, gathered), content)
        parsed = self._markdown.parseInline(content)[0]
        token.content = parsed.content
        token.children = []
        words = []
        in_link = False
        for child in parsed.children or []:
            if child.type == "link_open":
                child.attrSet("href", self._target(str(child.attrGet("href")), gathered))
            in_link = child.type == "link_open" or (in_link and child.type != "link_close")
            if child.type in ("text", "code_inline"):
                words.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
            if child.type == "text" and not in_link and not heading:
                token.children += self._explained(child.content, gathered)
            else:
                token.children.append(child)
        if not heading:
            gathered.plain.append("".join(words).strip())
        gathered.sources += cited
        if cited:
            token.children.append(_raw(self._marks(list(dict.fromkeys(cited)))))

    def _bare_digits(self, content: str, gathered: _Gathered) -> None:
        """Note every typed digit in a sentence that cites no source."""
        for sentence in _SENTENCE.split(content):
            if not _CITATION.search(sentence):
                for digits in _BARE_DIGIT.findall(
                    _DENOMINATOR.sub("", _REFERENCE.sub("", sentence))
                ):
                    allowed = "the id of a row in braces, or a [@source] in the sentence"
                    gathered.problems.append((f"the bare number {digits.rstrip('.,')}", allowed))

    def _value(self, reference: str, cited: list[str], gathered: _Gathered) -> str:
        if reference in self._context.slots:
            return self._context.slots[reference]
        try:
            number = self._context.number(reference)
        except NumberError as fault:
            gathered.problems.append((f"{{{reference}}}: {fault.found}", fault.allowed))
            return f"{{{reference}}}"
        cited += number.sources
        gathered.rows.append(number.row)
        return number.text

    def _cited(self, inside: str, cited: list[str], gathered: _Gathered) -> str:
        for source in (part.strip().removeprefix("@") for part in inside.split(";")):
            if source in self._context.passports:
                cited.append(source)
            else:
                gathered.problems.append((f"[@{source}]", "an id of evidence/sources.csv"))
        return ""

    def _target(self, target: str, gathered: _Gathered) -> str:
        kind, _, name = target.partition(":")
        if kind == "page" and name in PATHS:
            return href(name, **self._context.settings)
        if kind in SETTINGS and name in self._context.targets[kind]:
            return href(SETTINGS[kind], **{kind: name}, **self._context.settings)
        gathered.problems.append((f"a link to {target!r}", "page:, step: or node: and a known id"))
        return "/"

    def _explained(self, text: str, gathered: _Gathered) -> list[Token]:
        """Make the first mention of each medical word open its meaning."""
        tokens: list[Token] = []
        end = 0
        for match in self._term.finditer(text) if self._terms else ():
            meant = self._terms[match[0].lower()]
            if meant in gathered.marked:
                continue
            gathered.marked.add(meant)
            tokens.append(_text(text[end : match.start()]))
            tokens.append(_raw(term(match[0], self._definitions[meant])))
            end = match.end()
        return [*tokens, _text(text[end:])]

    def _marks(self, cited: Sequence[str]) -> str:
        """Return the small button at the end of a passage, and the passports that it opens."""
        passports = " ".join(self._context.passports[one] for one in cited)
        return mark(self._context.source_words(cited), passports)


def _raw(markup: str) -> Token:
    return Token("html_inline", "", 0, content=markup)


def _text(text: str) -> Token:
    return Token("text", "", 0, content=text)
