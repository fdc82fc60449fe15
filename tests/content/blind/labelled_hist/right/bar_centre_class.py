class _Summary:
    __slots__ = ("values", "n", "missing")

    def __init__(self, x):
        self.values = x[~np.isnan(x)]
        self.n = self.values.size
        self.missing = x.size - self.n

    @property
    def title(self):
        return f"n = {self.n} values, missing = {self.missing} values"


def labelled_hist(ax, x, unit, bins):
    summary = _Summary(x)
    counts, edges = np.histogram(summary.values, bins=bins)
    centres = (edges[:-1] + edges[1:]) / 2
    ax.bar(centres, counts, width=edges[1] - edges[0], color="none", edgecolor="black")
    if summary.n:
        ax.vlines([np.nanmedian(x)], [0], [max(counts)])
    ax.set_title(summary.title)
    ax.set_xlabel(f"value ({unit})")
