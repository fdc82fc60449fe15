"""Does in the zygote what libraries do once in a process, so that no fork has to do it again.

Finding plugins, filling caches, loading fonts, importing what is only imported on use: an estimator's first
`fit` takes twenty to a hundred times as long as the second, a frame's first display fifteen times.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
import warnings

from autograder.boundary.codec_core import EXTENSIONS


def warm_up() -> None:
    """Use each library that was imported once; one that fails is met by whoever uses it."""
    for name, codec in EXTENSIONS.items():
        if name in sys.modules:
            importlib.import_module(codec)
    for name, use in _FIRST_USES.items():
        if name in sys.modules:
            with warnings.catch_warnings(), contextlib.suppress(Exception):
                warnings.simplefilter("ignore")
                use()


def _numpy() -> None:
    import numpy as np

    table = np.random.default_rng(0).normal(size=(8, 3))
    np.linalg.svd(table)
    np.linalg.lstsq(table, table[:, 0], rcond=None)
    repr(table)


def _testing() -> None:
    import numpy as np

    with contextlib.suppress(AssertionError):
        np.testing.assert_allclose([1.0], [2.0])


def _pandas() -> None:
    import pandas as pd

    frame = pd.read_csv(
        io.StringIO("name,value,day\na,1.5,2024-01-01\nb,2.5,2024-01-02\n"), parse_dates=["day"]
    )
    repr(frame)
    frame._repr_html_()
    frame.merge(frame, on="name").groupby("name")["value_x"].mean().sort_values()
    pd.testing.assert_frame_equal(frame, frame.copy())


def _data_sets() -> None:
    from sklearn.datasets import load_diabetes, load_wine

    load_wine()
    load_diabetes()


def _estimators() -> None:
    from sklearn.linear_model import LinearRegression

    LinearRegression().fit([[0.0], [1.0], [2.0]], [0.0, 1.0, 2.0]).predict([[3.0]])
    if pandas := sys.modules.get("pandas"):
        LinearRegression().fit(pandas.DataFrame({"x": [0.0, 1.0]}), [0.0, 1.0])


def _figures() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], label="line")
    axes.set_title("title")
    axes.legend()
    FigureCanvasAgg(figure).print_png(io.BytesIO())


_FIRST_USES = {
    "numpy": _numpy,
    "numpy.testing": _testing,
    "pandas": _pandas,
    "sklearn.datasets": _data_sets,
    "sklearn.linear_model": _estimators,
    "matplotlib.pyplot": _figures,
}
"""By the module whose import tells that the library will be used."""
