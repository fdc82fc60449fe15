def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins, histtype="stepfilled")
    if len(there):
        ax.axvline(np.median(there), color="k")
    ax.set_title(f"n = {len(there)}, missing = {len(x) - len(there)}")
    ax.set_xlabel(f"value ({unit})")
