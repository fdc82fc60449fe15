"""scikit-learn's estimators are rebuilt from plain parts; what is more than that stays where it is."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sklearn
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import GridSearchCV, KFold, StratifiedShuffleSplit, TimeSeriesSplit
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, PolynomialFeatures, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from autograder.boundary.codec import Decoder
from autograder.boundary.codec_sklearn import _PACKAGES, name_of
from autograder.errors import Refused
from tests.autograder.exactly import Handle, refuse, sent

rng = np.random.default_rng(7)
X = rng.normal(size=(40, 3))
Y = (X[:, 0] > 0).astype(int)
TABLE = pd.DataFrame({"a": X[:, 0], "b": [np.nan, *X[1:, 1]], "k": ["u", "v"] * 20})


def composed() -> Any:
    """Return the usual pipeline for a table of numbers and words."""
    numbers = make_pipeline(SimpleImputer(), StandardScaler())
    return make_pipeline(
        ColumnTransformer(
            [
                ("numbers", numbers, ["a", "b"]),
                ("words", OneHotEncoder(handle_unknown="ignore"), ["k"]),
            ]
        ),
        LogisticRegression(),
    )


UNFITTED = [
    LinearRegression(),
    LogisticRegression(C=0.5, class_weight={0: 1.0, 1: 2.0}),
    RandomForestClassifier(n_estimators=5, random_state=0),
    KNeighborsClassifier(3),
    SVC(gamma=0.1),
    SelectKBest(k=2),
    FeatureUnion([("p", PCA(2)), ("q", PolynomialFeatures())]),
    GridSearchCV(Ridge(), {"alpha": [1, 2]}, cv=KFold(3, shuffle=True, random_state=1)),
    FunctionTransformer(np.log1p, inverse_func=np.expm1),
    composed(),
]


@pytest.mark.parametrize("model", UNFITTED, ids=lambda model: type(model).__name__)
def test_an_unfitted_estimator_arrives_with_its_parameters(model: Any) -> None:
    """Class and parameters survive, inside compositions too."""
    got = sent(model)
    assert type(got) is type(model)
    assert got is not model
    assert repr(got) == repr(model)


FITTED = [
    LinearRegression(),
    LogisticRegression(),
    GaussianNB(),
    PCA(2),
    StandardScaler(),
    PolynomialFeatures(),
]


@pytest.mark.parametrize("model", FITTED, ids=lambda model: type(model).__name__)
def test_a_fitted_estimator_does_in_the_judge_what_it_did_at_home(model: Any) -> None:
    """Data that fitting left behind crosses, so predictions agree to the bit."""
    use = "predict" if hasattr(model, "predict") else "transform"
    model = clone(model).fit(X, Y)
    assert getattr(sent(model), use)(X).tobytes() == getattr(model, use)(X).tobytes()


def test_a_fitted_composition_does_what_it_did_at_home() -> None:
    """Every step of a fitted pipeline is rebuilt with its own state."""
    model = composed().fit(TABLE, Y)
    assert np.array_equal(sent(model).predict_proba(TABLE), model.predict_proba(TABLE))


def test_a_rebuilt_estimator_can_be_cloned_and_fitted() -> None:
    """A check may do with it what one does with estimators."""
    assert clone(sent(composed())).fit(TABLE, Y).score(TABLE, Y) > 0.9


def test_what_writes_files_or_starts_processes_is_reset() -> None:
    """`memory`, `n_jobs` and `verbose` come back as their defaults."""
    got = sent(make_pipeline(LogisticRegression(n_jobs=4), memory="/somewhere", verbose=True))
    assert (got.memory, got.verbose, got[0].n_jobs) == (None, False, None)


def test_a_column_selector_arrives_with_its_dtypes() -> None:
    """`make_column_selector` is how compositions say "all numbers"."""
    assert sent(make_column_selector(dtype_include=[np.number, bool]))(TABLE) == ["a", "b"]


@pytest.mark.parametrize(
    "splitter", [KFold(3), TimeSeriesSplit(4, gap=1), StratifiedShuffleSplit(2, random_state=0)]
)
def test_splitters_arrive_with_their_parameters(splitter: Any) -> None:
    """A `cv` is as plain as a parameter."""
    assert repr(sent(splitter)) == repr(splitter)


def test_a_learners_function_in_a_transformer_becomes_a_handle() -> None:
    """The pipeline is rebuilt, and its function stays the learner's own."""

    def root(values: Any) -> Any:
        return values**0.5

    got = sent(make_pipeline(FunctionTransformer(root), StandardScaler()))
    assert isinstance(got[0].func, Handle)
    assert got[0].func.value is root


class Own(BaseEstimator, TransformerMixin):
    """A learner's own transformer."""

    def fit(self, _X: Any, _y: Any = None) -> Any:
        """Learn nothing."""
        return self

    def transform(self, X: Any) -> Any:
        """Change nothing."""
        return X


class Ridge2(Ridge):
    """A subclass that could say anything."""


HOME = {
    "own transformer": Own(),
    "composition with an own transformer": make_pipeline(StandardScaler(), make_pipeline(Own(), PCA())),
    "subclass": Ridge2(),
    "class with a borrowed name": type("Ridge", (), {"__module__": "sklearn.linear_model._ridge"})(),
    "function as a parameter": KNeighborsClassifier(metric=max),
    "fitted tree": DecisionTreeClassifier().fit(X, Y),
    "fitted forest in a pipeline": make_pipeline(PCA(), RandomForestClassifier(2)).fit(X, Y),
    "fitted neighbours": KNeighborsClassifier().fit(X, Y),
    "reads files": TfidfVectorizer(input="filename"),
    "random state of an object": LogisticRegression(random_state=np.random.RandomState(0)),
    "made incomplete": Ridge.__new__(Ridge),
}


@pytest.mark.parametrize("model", HOME.values(), ids=HOME.keys())
def test_everything_else_is_exported_whole(model: object) -> None:
    """A part that does not cross keeps the outermost estimator at home, and no half of it is sent."""
    got = sent(["before", model, np.arange(2)])
    assert isinstance(got[1], Handle)
    assert got[1].value is model
    assert got[2].tolist() == [0, 1]


@pytest.mark.parametrize("package", ["linear_model", "preprocessing", "ensemble", "neighbors", "pipeline"])
def test_every_public_estimator_may_cross(package: str) -> None:
    """The allow list is what scikit-learn calls public: no base class, no mixin, no helper."""
    members = vars(import_module(f"sklearn.{package}"))
    public = {name for name in members["__all__"] if hasattr(members[name], "get_params")}
    classes = {name: kind for name, kind in members.items() if isinstance(kind, type)}
    allowed = {name for name, kind in classes.items() if name_of(kind) == f"{package}.{name}"}
    assert allowed == public - {"BaseEnsemble"}


def test_no_package_of_estimators_is_forgotten() -> None:
    """A new package of scikit-learn's has to be looked at before its estimators may cross."""
    without = "base callback conftest datasets discriminant exceptions experimental externals inspection"
    without += " metrics tests utils"
    found = {module.name for module in iter_modules(sklearn.__path__) if not module.name.startswith("_")}
    assert found - {package.partition(".")[0] for package in _PACKAGES} <= {*without.split()}


ESTIMATOR = "sklearn:object"


@pytest.mark.parametrize(
    "tree",
    [
        [ESTIMATOR, "linear_model.NoSuch", [], [], [], []],
        [ESTIMATOR, "linear_model._base.LinearModel", [], [], [], []],
        [ESTIMATOR, "ensemble.BaseEnsemble", [], [], [], []],
        [ESTIMATOR, "linear_model.np", [], [], [], []],
        [ESTIMATOR, "datasets.load_iris", [], [], [], []],
        [ESTIMATOR, "os.system", [], [], [], []],
        [ESTIMATOR, ["list", []], [], [], [], []],
        [ESTIMATOR, "linear_model.Ridge", ["no_such"], [1], [], []],
        [ESTIMATOR, "linear_model.Ridge", ["alpha"], [], [], []],
        [ESTIMATOR, "linear_model.Ridge", [], [], ["predict"], [1]],
        [ESTIMATOR, "linear_model.Ridge", [], [], ["alpha"], [1]],
        [ESTIMATOR, "linear_model.Ridge", [], [], ["__class__"], [1]],
        [ESTIMATOR, "linear_model.Ridge", [], [], ["coef_"], [["mine", 0]]],
        [ESTIMATOR, "linear_model.Ridge", ["alpha"], [["mine", 0]], [], []],
        [ESTIMATOR, "svm.SVC", [], [], ["support_"], [1]],
        [ESTIMATOR, "feature_extraction.text.TfidfVectorizer", ["input"], ["filename"], [], []],
        [ESTIMATOR, "preprocessing.FunctionTransformer", ["func"], [["function", "fromfile"]], [], []],
        [ESTIMATOR, "preprocessing.FunctionTransformer", ["func"], [["mine", 9]], [], []],
    ],
    ids=lambda tree: str(tree[1:]),
)
def test_a_malformed_estimator_is_refused(tree: list[Any]) -> None:
    """No other class, no attribute in place of a method, no object where data was due."""
    with pytest.raises(Refused):
        Decoder([], refuse).decode(tree)
