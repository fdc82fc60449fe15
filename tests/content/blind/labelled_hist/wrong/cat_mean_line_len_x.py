def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    if there.size:
        ax.hist(there, bins=bins)
        ax.axvline(np.nanmean(x), color="red")
    ax.set_title(f"n = {len(x)}, missing = {int(np.isnan(x).sum())}")
    ax.set_xlabel(f"value ({unit})")
