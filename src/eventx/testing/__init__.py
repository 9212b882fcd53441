"""The kit for plugin authors: run one extractor on a text, read and record cases, prove the laws, check the hooks.

``check_extractor(extractor)``, ``check_plugin(module)`` and ``check_case(extractor, case)`` raise `AssertionError` with what is
wrong, where, and what to do. With pytest the fixtures ``eventx_engine`` and ``eventx_seed_documents`` are there by themselves.
"""

from eventx.testing.cases import Case, load_cases, run_extractor
from eventx.testing.hooks import check_plugin
from eventx.testing.kit import LAWS, Law, check_extractor
from eventx.testing.recorder import check_case, described, record_cases
from eventx.testing.seeds import seed_documents

__all__ = [
    "LAWS",
    "Case",
    "Law",
    "check_case",
    "check_extractor",
    "check_plugin",
    "described",
    "load_cases",
    "record_cases",
    "run_extractor",
    "seed_documents",
]
