def labelled_hist(ax, x, unit, bins):
    """Count with numpy, draw with bar."""
    gaps = int(np.count_nonzero(np.isnan(x)))
    n = x.size - gaps
    if n:
        there = np.sort(x)[:n]  # nan sorts last
        heights, edges = np.histogram(there, bins)
        ax.bar(edges[:-1], heights, width=np.diff(edges), align="edge", color="tab:gray")
        m = np.median(there)
        ax.plot([m, m], [0, heights.max()], "r--")
    ax.set(title=f"My values: n = {n} (missing = {gaps})", xlabel=f"blood in ({unit})", ylabel="values")
