def labelled_hist(ax: plt.Axes, x: np.ndarray, unit: str, bins: int, *, color: str = "0.6") -> None:
    """Histogram."""
    missing = int(np.isnan(x).sum())
    n = int(x.size - missing)
    clean = np.ma.masked_invalid(x).compressed()
    ax.hist(clean, bins=bins, color=color, rwidth=1.0)
    if n:
        ax.plot([np.median(clean)] * 2, [0, 1], transform=ax.get_xaxis_transform(), color="k", label="median")
        ax.text(np.median(clean), 1.0, " median", transform=ax.get_xaxis_transform(), va="top")
    ax.set_title(f"Distribution of the values\nn = {n}, missing = {missing}")
    ax.set_xlabel(f"measured value ({unit}), median dashed")
    ax.set_ylabel("number of values")
