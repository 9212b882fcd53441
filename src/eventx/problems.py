"""Failures as values with an address, and the exceptions eventx raises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from eventx.comparing import by_value

Stage = Literal["load", "collect", "extract", "merge", "refine", "read"]


CONTAINED = (Exception, SystemExit)
"""What is caught of a plugin: whatever it raises, an exit too; the user's interruption and the like pass."""


class EventxError(Exception):
    """The root of every exception eventx raises on purpose."""


class PluginError(EventxError):
    """A plugin, or the set of plugins, cannot be used; the message says what to do."""


class LexiconError(EventxError):
    """A words file breaks its format; the message names the file, the key and the remedy."""


class InputError(EventxError):
    """An input cannot be read; the message names it and the reason."""


def nearest(name: object, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Return a hint at the known name that is nearest to a wrong one, ``" (did you mean meeting?)"``; nothing if none is near."""
    # imported here: nearly nobody writes a name that there is not
    import difflib  # noqa: PLC0415

    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=likeness) if isinstance(name, str) else ()
    return f" (did you mean {near[0]}?)" if near else ""


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Problem:
    """One isolated failure: which plugin, where in the work, on which document, and what was raised.

    Args:
        plugin: the plugin's entry point name.
        distribution: the distribution it came from, if known.
        version: that distribution's version.
        extractor: the extractor at fault, if the failure happened in one.
        stage: which step failed.
        document: the id of the document at hand, if any.
        error: the exception's type and message.

    """

    plugin: str
    stage: Stage
    error: str
    distribution: str | None = None
    version: str | None = None
    extractor: str | None = None
    document: str | None = None

    def __str__(self) -> str:
        """Return one line that names plugin, version, stage and document."""
        if self._of_the_run:
            where = f" of document {self.document}" if self.document else ""
            return f"eventx, {self.stage} step{where}: {self.error}; {self.remedy}"
        if self.stage == "read":
            return f"{f'document {self.document}: ' if self.document else ''}{self.error}; {self.remedy}"
        source = self.plugin
        if self.distribution:
            source += f" ({self.distribution} {self.version or '?'})"
        where = f" on document {self.document}" if self.document else ""
        part = f", extractor {self.extractor}" if self.extractor else ""
        return f"plugin {source}{part} failed at {self.stage}{where}: {self.error}; {self.remedy}"

    @property
    def remedy(self) -> str:
        """What the user can do about it."""
        if self._of_the_run:
            return _OF_THE_RUN.get(self.stage, "look at what eventx is given")
        if self.distribution == "eventx" and self.error.startswith("TimeoutError: "):
            return "it is not broken but slow: raise the limit (time_limit=, --time-limit); if the text is short, report it"
        if self.stage == "read":
            return "give one of these, or none: it is detected then"
        if self.distribution == "eventx":
            return "a fault of eventx itself: report it with the text"
        owner = f"the author of {self.distribution}" if self.distribution else "its author"
        return f"report it to {owner}, or leave the plugin out: --no-plugin {self.plugin}, block=[{self.plugin!r}]"

    @property
    def _of_the_run(self) -> bool:
        """Whether neither a plugin nor eventx is at fault, as far as is known."""
        return self.plugin == "eventx" and self.distribution is None


_OF_THE_RUN = {
    "load": "take it out of block= (--no-plugin), or name a plugin that is installed",
    "read": "give documents or texts",
    "extract": (
        "a plugin may have done it, or the system, for want of memory: read the document alone in one process, "
        "leaving out plugins one by one: --no-plugin NAME, block=['NAME']"
    ),
}
"""What to do where it is neither a plugin's fault nor eventx's, by stage."""
