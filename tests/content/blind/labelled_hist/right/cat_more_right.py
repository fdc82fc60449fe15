def labelled_hist(ax, x, unit, bins):
    s = pd.Series(x).dropna()
    heights, edges = np.histogram(s, bins=bins)
    ax.bar(edges[:-1], heights, width=np.diff(edges), align="edge", color="lightgray", edgecolor="black")
    if not s.empty:
        ax.plot([s.median()] * 2, [0, heights.max()], color="red", linestyle="--")
    ax.set(
        title=f"Values (n = {s.size}, missing = {np.isnan(x).sum()})",
        xlabel=f"measurement in ({unit})",
        ylabel="number of values",
    )


import pandas as pd
