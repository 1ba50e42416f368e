"""Comparators in the field's terms: each returns a finding that says what was expected, what was seen, and why."""

from .behaviour import keeps_arguments, refuses
from .branches import Branch, branches, branches_from_inputs
from .channels import choi_state, is_channel, measures_gently, transfers_state
from .distributions import distribution, has_distribution, same_chances
from .finding import PASSED, Finding, require
from .keys import agreement, is_labelling, jaccard
from .notes import has_form
from .plain import fill, say
from .resources import (
    counts,
    does_not_join,
    has_no_measurement,
    has_shape,
    measurements,
    measures_in_order,
    steps,
    uses_at_most,
    uses_exactly,
    uses_only,
)
from .sampling import are_counts, are_drawn_anew, binomial_bounds, counts_fit, seeds_needed
from .states import fidelity, is_entangled, is_pure_before_measurement, is_separate, is_state, vector_of
from .unitaries import flips_sign_of, inverse_fourier, is_isometry, is_unitary, operator
from .usable import Unusable, comparator
from .values import is_between, is_equal, is_integer, is_list, is_number, is_one_of, is_text, same

__all__ = [
    "PASSED",
    "Branch",
    "Finding",
    "Unusable",
    "agreement",
    "are_counts",
    "are_drawn_anew",
    "binomial_bounds",
    "branches",
    "branches_from_inputs",
    "choi_state",
    "comparator",
    "counts",
    "counts_fit",
    "distribution",
    "does_not_join",
    "fidelity",
    "fill",
    "flips_sign_of",
    "has_distribution",
    "has_form",
    "has_no_measurement",
    "has_shape",
    "inverse_fourier",
    "is_between",
    "is_channel",
    "is_entangled",
    "is_equal",
    "is_integer",
    "is_isometry",
    "is_labelling",
    "is_list",
    "is_number",
    "is_one_of",
    "is_pure_before_measurement",
    "is_separate",
    "is_state",
    "is_text",
    "is_unitary",
    "jaccard",
    "keeps_arguments",
    "measurements",
    "measures_gently",
    "measures_in_order",
    "operator",
    "refuses",
    "require",
    "same",
    "same_chances",
    "say",
    "seeds_needed",
    "steps",
    "transfers_state",
    "uses_at_most",
    "uses_exactly",
    "uses_only",
    "vector_of",
]
