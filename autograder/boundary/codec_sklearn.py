"""scikit-learn's estimators across the boundary: rebuilt from class name, parameters and plain data.

An estimator is sent as the public name of its class, its parameters, and the data that fitting left on
it; the other side makes a new one. Compositions cross when all their parts do. In a `FunctionTransformer`
a function of NumPy's crosses by name, any other becomes a handle. Only public classes of scikit-learn
itself cross, and three parameters are reset: `memory` (writes files), `n_jobs` and `verbose`.

What becomes a handle instead, as a whole:

- a composition that holds something else: a learner's own transformer, a function as a parameter;
- fitted estimators of packages whose compiled code trusts its attributes (trees, ensembles, neighbours,
  support vectors, clusters), and those that keep objects: a tree, a loss, a sparse matrix;
- text vectorizers that read files, and classes behind `sklearn.experimental`.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sklearn.base import BaseEstimator

from autograder.boundary.codec_core import Decoder, Encoder, Tree, decodes
from autograder.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

_FITTED = frozenset(
    "compose covariance decomposition discriminant_analysis dummy feature_extraction.text feature_selection "
    "impute linear_model naive_bayes pipeline preprocessing".split()
)
"""Packages whose fitted estimators are rebuilt: what these do with their attributes is plain NumPy."""
_PACKAGES = _FITTED.union(
    "calibration cluster cross_decomposition ensemble feature_extraction feature_extraction.image frozen "
    "gaussian_process isotonic kernel_approximation kernel_ridge manifold mixture model_selection multiclass "
    "multioutput neighbors neural_network random_projection semi_supervised svm tree".split()
)
_CONSTRUCTED = frozenset(
    "GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut LeaveOneOut LeavePGroupsOut LeavePOut "
    "PredefinedSplit ShuffleSplit StratifiedGroupKFold StratifiedKFold StratifiedShuffleSplit "
    "TimeSeriesSplit make_column_selector".split()
)
"""Classes that are no estimators and may cross all the same."""
_RESET = ("memory", "n_jobs", "verbose")
_FUNCTIONS = ("func", "inverse_func", "score_func")
"""Parameters that may be functions; no other parameter may."""
_ELEMENTWISE = frozenset("angle around clip imag nan_to_num real round".split())
_SCORES = frozenset(
    "chi2 f_classif f_regression mutual_info_classif mutual_info_regression r_regression".split()
)
_ATTRIBUTE = re.compile(r"_?[A-Za-z]\w*")


class _Unknown(Exception):
    """A part of an estimator does not cross, so the whole of it stays where it is."""


@dataclass(frozen=True, slots=True)
class _Inside:
    """Stands for `export` and `resolve` inside an estimator, where plain data alone is welcome."""

    outside: Callable[[Any], Any]
    error: type[Exception]

    def __call__(self, _part: Any) -> Any:
        raise self.error("an estimator with a part that does not cross")


@cache
def kind_named(name: str) -> Any:
    """Return the class of a name such as "linear_model.Ridge"; None for what may not cross."""
    package, _, own = name.rpartition(".")
    if package not in _PACKAGES or own.startswith(("_", "Base")):
        return None
    kind = vars(import_module(f"sklearn.{package}")).get(own)
    known = isinstance(kind, type) and (own in _CONSTRUCTED or issubclass(kind, BaseEstimator))
    return kind if known and kind.__module__.startswith("sklearn.") else None


def name_of(kind: type) -> str:
    """Return the name under which `kind_named` finds a class; empty for a class that may not cross."""
    package = str(kind.__module__).partition("._")[0].removeprefix("sklearn.")
    name = f"{package}.{kind.__name__}"
    return name if kind_named(name) is kind else ""


def encoder_for(kind: type) -> Any:
    """Return the encoder of a class of scikit-learn's; None for every other class."""
    return _whole if name_of(kind) else None


def _whole(encoder: Encoder, value: Any) -> Tree:
    """Return the tree of an estimator, or export it whole because of a part that does not cross."""
    if type(encoder.export) is _Inside:
        return _parts(encoder, value)
    outside, depth, size, buffers = encoder.export, encoder.depth, encoder.size, len(encoder.buffers)
    encoder.export = _Inside(outside, _Unknown)
    try:
        return _parts(encoder, value)
    except _Unknown:
        encoder.depth, encoder.size = depth, size
        del encoder.buffers[buffers:]
        return outside(value)
    finally:
        encoder.export = outside


def _parts(encoder: Encoder, value: Any) -> Tree:
    kind = type(value)
    name, state = name_of(kind), vars(value)
    parameters = [*inspect.signature(kind).parameters]
    if not {*parameters} <= state.keys():
        raise _Unknown
    fresh = vars(kind(**{parameter: state[parameter] for parameter in parameters}))
    fitted = [item for item in state if item not in fresh]
    if not _may_cross(kind, name, state, fitted):
        raise _Unknown
    trees = [_parameter(encoder, item, state[item]) for item in parameters]
    fitted_trees = encoder.items([state[item] for item in fitted])
    return ["sklearn:object", name, parameters, trees, fitted, fitted_trees]


def _may_cross(kind: Any, name: str, state: Any, fitted: list[str]) -> bool:
    if state.get("input", "content") != "content":
        return False
    if fitted and name.rpartition(".")[0] not in _FITTED:
        return False
    return not any(hasattr(kind, item) or not _ATTRIBUTE.fullmatch(item) for item in fitted)


def _parameter(encoder: Encoder, name: str, value: Any) -> Tree:
    if name not in _FUNCTIONS or not callable(value):
        return encoder.items([value])[0]
    own = getattr(value, "__name__", "")
    return (
        ["function", own] if value is _function_named(own) else cast("_Inside", encoder.export).outside(value)
    )


def _function_named(name: Any) -> Any:
    """Return the library function of this name that an estimator may use, else None."""
    if type(name) is not str:
        return None
    if name in _SCORES:
        return vars(import_module("sklearn.feature_selection"))[name]
    function = vars(np).get(name)
    return function if isinstance(function, np.ufunc) or name in _ELEMENTWISE else None


@decodes("sklearn:object")
def _read_whole(decoder: Decoder, tree: list[Any]) -> Any:
    if type(decoder.resolve) is _Inside:
        return _read_parts(decoder, tree)
    outside = decoder.resolve
    decoder.resolve = _Inside(outside, Refused)
    try:
        return _read_parts(decoder, tree)
    finally:
        decoder.resolve = outside


def _read_parts(decoder: Decoder, tree: list[Any]) -> Any:
    _, name, names, trees, fitted, fitted_trees = tree
    kind = kind_named(name)
    if kind is None:
        raise Refused(f"the class {str(name)[:80]!r}, which is none of scikit-learn's estimators")
    given = {item: _read_parameter(decoder, item, part) for item, part in zip(names, trees, strict=True)}
    value = kind(**{**given, **_defaults(kind, _RESET)})
    state = dict(zip(fitted, decoder.items(fitted_trees), strict=True))
    if not state.keys().isdisjoint(vars(value)) or not _may_cross(kind, name, given, [*state]):
        raise Refused(f"a {kind.__name__} with an impossible state")
    vars(value).update(state)
    return value


def _defaults(kind: Any, names: tuple[str, ...]) -> dict[str, Any]:
    parameters = inspect.signature(kind).parameters
    return {name: parameters[name].default for name in names if name in parameters}


def _read_parameter(decoder: Decoder, name: str, tree: Tree) -> Any:
    if name not in _FUNCTIONS or type(tree) is not list or tree[0] not in ("function", "mine", "yours"):
        return decoder.items([tree])[0]
    if tree[0] != "function":
        return cast("_Inside", decoder.resolve).outside(tree)
    function = _function_named(tree[1])
    if function is None:
        raise Refused("a library function that does not cross")
    return function
