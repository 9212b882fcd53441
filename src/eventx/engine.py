"""The Engine: plugins are loaded once, and each document goes through the steps, alone, with others, or in other processes."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from types import ModuleType
from typing import Any, Literal

import attrs

from eventx import isolation
from eventx.arguments import as_document, check_arguments, check_counts, weight
from eventx.batches import batches
from eventx.clauses import CLAUSES
from eventx.collector import without_collecting
from eventx.comparing import by_value
from eventx.contribution import ordered
from eventx.document import Document
from eventx.extraction import Extraction, Reading, Sent
from eventx.extractors import Extractor
from eventx.failures import Failures
from eventx.hookspecs import NAME
from eventx.lexicon import Automaton
from eventx.model import Event
from eventx.options import options_of
from eventx.outcome import Outcome
from eventx.plugin_info import Owned, PluginInfo
from eventx.plugins import collect
from eventx.problems import CONTAINED, PluginError, Problem
from eventx.stand_ins import of_lost, of_none


class Engine:
    """A set of plugins, ready to extract; Engines share nothing.

    Args:
        plugins: names of installed plugins (then only these are loaded), and plugin objects to use besides.
        block: names of installed plugins not to load.
        autoload: whether to load installed plugins at all.
        options: options by extractor name, e.g. ``{"dates": {"day_first": True}}``.
        on_error: ``collect`` keeps failures as problems; ``raise`` raises them, for plugin developers.
        hypothetical: whether events told as hypothetical ("if they sign") are given out too.
        time_limit: seconds that one extractor, or refiner, may take for one document; no limit if not given.

    Raises:
        PluginError: if no extractor could be loaded, or names clash, or an option is unknown.
        TypeError: if an argument is of another type than is meant.
        ValueError: if `on_error` is neither, or `time_limit` no time.

    """

    def __init__(
        self,
        *,
        plugins: Sequence[str | object] | None = None,
        block: Iterable[str] = (),
        autoload: bool = True,
        options: Mapping[str, Mapping[str, Any]] | None = None,
        on_error: Literal["collect", "raise"] = "collect",
        hypothetical: bool = False,
        time_limit: float | None = None,
    ) -> None:
        check_arguments(plugins=plugins, block=block, options=options, on_error=on_error, time_limit=time_limit)
        plugins = None if plugins is None else tuple(plugins)
        self._given: dict[str, Any] = {
            "plugins": plugins, "block": tuple(block), "autoload": autoload, "options": options, "on_error": on_error,
            "hypothetical": hypothetical, "time_limit": time_limit,
        }  # fmt: skip
        self._time_limit = time_limit
        self._failures = Failures(raised=on_error == "raise")
        with without_collecting(stays=True):
            collected = collect(plugins=plugins, block=self._given["block"], autoload=autoload, fail=self._failures.fail_loading)
        self._collected = collected
        self._failures.observe(collected.manager)
        if not collected.extractors:
            message = (
                "no extractor is loaded: install eventx with its plugins, or pass plugins=[…]; "
                f"plugins seen: {', '.join(f'{i.name} ({i.status}: {i.reason})' for i in collected.plugins) or 'none'}"
            )
            raise PluginError(message)
        self._options = options_of([owned.value for owned in collected.extractors], options or {})
        lexicons = [owned.value.lexicon for owned in collected.extractors]
        # the lexicons whose hits nobody asks for behind each extractor
        self._spent = [None if any(one is other for other in lexicons[n:]) else one for n, one in enumerate(lexicons, 1)]
        self._automata: dict[str, Automaton] = {}
        self._outcome = Outcome(collected=collected, failures=self._failures, hypothetical=hypothetical, time_limit=time_limit)

    @property
    def plugins(self) -> tuple[PluginInfo, ...]:
        """The plugins seen, in name order, with status and reason."""
        return self._collected.plugins

    @property
    def extractors(self) -> tuple[Extractor, ...]:
        """The extractors, in name order."""
        return tuple(owned.value for owned in self._collected.extractors)

    @property
    def event_types(self) -> dict[str, type[Event]]:
        """The event types by name."""
        return dict(self._collected.event_types)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Failures at loading and collecting."""
        return tuple(self._failures.at_loading)

    def extract(self, document: Document | str) -> Extraction:
        """Return the events of one document.

        Args:
            document: a document, or a bare text.

        Returns:
            The extraction; spans are offsets into the text as given.

        Raises:
            TypeError: if it is neither.

        """
        return self._read((document,))[0]

    def extract_many(
        self, documents: Iterable[Document | str], *, processes: int = 1, ahead: int | None = None
    ) -> Iterator[Extraction]:
        """Yield one extraction a document, in order.

        Args:
            documents: documents or bare texts; what is neither gives an extraction that is empty but for a problem.
            processes: in how many processes to read them; one is this process itself. A document that kills a process costs only
                itself: its extraction is empty but for a problem.
            ahead: how many documents one process may take at a time: working on some together costs a sixth less than on one
                after the other, but the first is there only with the last. Not given: 32 of a list or tuple, and one of anything
                else, such as a stream, whose next document may be long in coming. Several processes read a few batches ahead.

        Raises:
            ValueError: if `processes` or `ahead` is less than one.

        """
        if ahead is None:
            ahead = TOGETHER if isinstance(documents, list | tuple) else 1
        check_counts(processes=processes, ahead=ahead)
        if processes > 1:
            return self._in_processes(documents, processes)
        return chain.from_iterable(map(self._together, batches(documents, weight, most=ahead)))

    def _together(self, documents: Sequence[Document | str]) -> Iterable[Extraction]:
        """Return the extractions of a few documents; what is raised comes behind those before it."""
        if len(documents) > 1 and not self._failures.raised:
            with suppress(Exception):
                return self._read(documents)
        return map(self._extract_or_tell, documents)

    def _extract_or_tell(self, document: Document | str) -> Extraction:
        """Return the extraction of a document; of what is none, an empty one that says so."""
        if isinstance(document, Document | str) or self._failures.raised:
            return self.extract(document)
        extraction = of_none(document)
        self._failures.tell(*extraction.problems)
        return extraction

    def _in_processes(self, documents: Iterable[Document | str], processes: int) -> Iterator[Extraction]:
        """Yield one extraction a document, in order, from several processes."""
        # Imported here: one process needs nothing of it.
        from eventx.processes import ordered_map  # noqa: PLC0415

        found = ordered_map(self._sent, documents, processes=processes, weigh=weight, lost=self._lost)
        for extraction in found:
            # those who watch for failures watch in this process
            for problem in extraction.problems:
                self._failures.tell(problem)
            yield extraction

    def _sent(self, documents: Sequence[Document | str]) -> Iterator[Any]:
        """Yield what arrives as extractions, in a process of its own, where nobody watches for failures."""
        self._failures.stop_observing()
        for start in range(0, len(documents), TOGETHER):
            yield from map(Sent, self._together(documents[start : start + TOGETHER]))

    def _lost(self, document: Document | str, reason: str) -> Extraction:
        """Return the extraction of a document that was lost with the process that read it."""
        extraction = of_lost(document, reason)
        if self._failures.raised:
            raise PluginError(*map(str, extraction.problems))
        return extraction

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes an Engine of the same plugins in another process: modules among them go by name."""
        plugins = self._given["plugins"]
        if plugins is not None:
            plugins = [_Module(plugin.__name__) if isinstance(plugin, ModuleType) else plugin for plugin in plugins]
        return _engine_of, (self._given | {"plugins": plugins},)

    # -- the steps ---------------------------------------------------------------------------------------------------

    def _read(self, documents: Sequence[Document | str]) -> list[Extraction]:
        """Return the extractions of a few documents."""
        # what was at hand while they were read is gone before the collector looks again; what the first text loads stays
        with without_collecting(stays=not self._automata):
            return self._steps([Reading(as_document(one)) for one in documents])

    def _steps(self, readings: Sequence[Reading]) -> list[Extraction]:
        """Return what comes of documents, one step after the other over all: the pass for words, each extractor, the merger."""
        for reading in readings:
            self._scan(reading.document)
        for owned, spent in zip(self._collected.extractors, self._spent, strict=True):
            for reading in readings:
                self._ask(owned, reading)
                # a long text has room for what is still to come
                reading.document.let_go(owned.value.name, spent)
        for reading in readings:
            reading.contributions = ordered(reading.contributions)
        return [reading.finished(self._outcome.events) for reading in readings]

    def _ask(self, owned: Owned[Extractor], reading: Reading) -> None:
        """Add what an extractor contributes to a document of a language that it reads, in isolation."""
        extractor, document = owned.value, reading.document
        if extractor.languages and document.lang not in extractor.languages:
            return
        options, ours = self._options[extractor.name], owned.plugin.distribution == NAME
        types = self._collected.event_types
        wrong: list[BaseException] = []
        try:
            found = isolation.contributions(extractor, document, options, ours=ours, types=types, seconds=self._time_limit)
            reading.contributions += found
            if not ours:
                wrong += map(PluginError, isolation.unknown_types(found, types))
        except CONTAINED as error:
            wrong.append(error)
        for failure in wrong:
            problem = owned.plugin.problem("extract", failure, extractor=extractor.name, document=document.id)
            self._failures.fail(problem, failure, reading.problems)

    def _scan(self, document: Document) -> None:
        """Look for the words of all lexicons in one pass and keep each lexicon's hits on the document."""
        automaton = self._automaton(document.lang)
        for lexicon, hits in zip(automaton.lexicons, automaton.scan(document), strict=True):
            document.keep_hits(lexicon, hits)

    def _automaton(self, code: str) -> Automaton:
        """Return the joined automaton of a language; a lexicon that cannot be read is left to fail in its extractor."""
        if code not in self._automata:
            # the words that bound clauses serve every extractor and the merger
            lexicons = [CLAUSES]
            for owned in self._collected.extractors:
                lexicon = owned.value.lexicon
                if lexicon is None or any(lexicon is other for other in lexicons):
                    continue
                with suppress(Exception):  # the extractor meets the same error and reports it
                    lexicon.patterns(code)
                    lexicons.append(lexicon)
            self._automata[code] = Automaton(code, tuple(lexicons))
        return self._automata[code]


TOGETHER = 32
"""How many documents are worked on together: more would gain little."""


@by_value
@attrs.frozen(eq=False, repr=False)
class _Module:
    """A module among an Engine's plugins, as it is sent to another process."""

    name: str


def _engine_of(given: Mapping[str, Any]) -> Engine:
    """Return the Engine made of the same arguments as another one."""
    plugins = given["plugins"]
    if plugins is not None:
        plugins = [importlib.import_module(plugin.name) if isinstance(plugin, _Module) else plugin for plugin in plugins]
    return Engine(**{**given, "plugins": plugins})


@lru_cache(maxsize=1)
def default_engine() -> Engine:
    """Return the Engine with every installed plugin, built once."""
    return Engine()


def extract(text: str | Document, *, published: Any = None, language: str | None = None, title: str | None = None) -> Extraction:
    """Return the events of a text, read with every installed plugin.

    Args:
        text: the article, or a document, whose own `published`, `language` and `title` then count.
        published: its day of publication, a date or an ISO 8601 string; read from the text if not given.
        language: ISO 639-1 code; detected if not given.
        title: the headline, if it is not part of the text.

    Raises:
        ValueError: if `published` is no date.

    """
    document = text if isinstance(text, Document) else Document(text, published=published, language=language, title=title)
    return default_engine().extract(document)
