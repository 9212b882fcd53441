"""The kit for plugin authors: run one extractor on a text, read cases from TOML, prove the laws, check the hooks.

``check_extractor(extractor)`` and ``check_plugin(module)`` raise `AssertionError` with what is wrong, where, and what to do.
"""

from eventx.testing.cases import Case, load_cases, run_extractor
from eventx.testing.hooks import check_plugin
from eventx.testing.kit import LAWS, Law, check_extractor

__all__ = ["LAWS", "Case", "Law", "check_extractor", "check_plugin", "load_cases", "run_extractor"]
