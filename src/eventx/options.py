"""The options of extractors: typed, with defaults, and refused by name where there is no such option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from eventx.extractors import Extractor
from eventx.problems import PluginError, nearest
from eventx.soundness import unfit


def options_of(extractors: Sequence[Extractor], given: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return each extractor's options object, by its name.

    Args:
        extractors: the extractors.
        given: options by extractor name.

    Raises:
        PluginError: if there is no such extractor or option, or a value is of another type; the message names the nearest.

    """
    known = {extractor.name: extractor for extractor in extractors}
    for name in sorted(set(given) - set(known)):
        message = f"options: no extractor named {name}{nearest(name, known)}; there are {', '.join(known)}"
        raise PluginError(message)
    return {name: _made(extractor, given.get(name, {})) for name, extractor in known.items()}


def _made(extractor: Extractor, given: Mapping[str, Any]) -> Any:
    """Return the options of one extractor."""
    if not isinstance(given, Mapping):
        message = f"options: extractor {extractor.name!r} gets {given!r:.200}; give its options by name: {{'NAME': VALUE}}"
        raise PluginError(message)
    fields = {field.alias: field for field in attrs.fields(extractor.options_type) if field.init}
    for name in sorted(set(given) - set(fields)):
        has = ", ".join(fields) or "none"
        message = f"options: extractor {extractor.name!r} has no option {name}{nearest(name, fields)}; it has {has}"
        raise PluginError(message)
    try:
        made = extractor.options_type(**given)
    except (TypeError, ValueError) as error:
        message = f"options: extractor {extractor.name!r} refuses {dict(given)!r}: {error}"
        raise PluginError(message) from error
    for name in given:
        wrong = unfit(made, fields[name].name)
        if wrong:
            message = f"options: extractor {extractor.name!r}, option {name}: {wrong}"
            raise PluginError(message)
    return made
