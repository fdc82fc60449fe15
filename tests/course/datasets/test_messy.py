"""A messy table is exactly as messy as it says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from course.datasets.messy import BAD, COLUMNS, GOOD, RULES, messy


@pytest.mark.parametrize("seed", range(10))
def test_missing_cells_are_counted(seed: int) -> None:
    """Each column lacks as many cells as planted, at least one."""
    made = messy(np.random.default_rng(seed))
    assert dict(made.missing) == made.table.isna().sum().to_dict()
    assert min(made.missing.values()) >= 1


@pytest.mark.parametrize("seed", range(10))
def test_other_problems_are_counted(seed: int) -> None:
    """A cell breaks a rule if and only if it is one of the bad values."""
    made = messy(np.random.default_rng(seed), rows=60)
    for name in COLUMNS:
        cells = [cell for cell in made.table[name].tolist() if not pd.isna(cell)]
        bad = [cell for cell in cells if cell not in GOOD[name]]
        assert {*bad} <= {*BAD.get(name, ())}
        rule = RULES.get(name, {})
        assert made.out_of_range[name] == (len(bad) if {"min", "max"} & {*rule} else 0)
        assert made.not_allowed[name] == (len(bad) if "allowed" in rule else 0)


@pytest.mark.parametrize("seed", range(10))
def test_bad_rows_are_those_with_any_problem(seed: int) -> None:
    """A missing cell makes a row bad only where the column is required; two problems make one bad row."""
    made = messy(np.random.default_rng(seed))
    for name in COLUMNS:
        required = RULES.get(name, {}).get("required", False)
        cells = enumerate(made.table[name].tolist())
        bad = {k for k, cell in cells if (required if pd.isna(cell) else cell not in GOOD[name])}
        assert bad == made.bad_rows[name]


@pytest.mark.parametrize("seed", range(10))
def test_the_table_has_the_types_that_files_give(seed: int) -> None:
    """Texts and numbers by column, numbers beside texts in `age`, and an index that repeats."""
    table = messy(np.random.default_rng(seed)).table
    assert (table["age"].dtype, table["visits"].dtype, table["plan"].dtype) == (object, float, "str")
    assert {int, str} == {type(cell) for cell in table["age"].dropna()}
    assert not table.index.is_unique


def test_too_few_rows_are_refused() -> None:
    """All problems have to find a place."""
    with pytest.raises(ValueError, match="14 rows are too few"):
        messy(np.random.default_rng(0), rows=14)
