def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    if len(there) > 0:
        ax.hist(there, bins=bins)
        ax.axvline(np.median(there), color="black")
    ax.set_title(f"n = {len(there)}, missing = {len(x) - len(there)}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("count")
