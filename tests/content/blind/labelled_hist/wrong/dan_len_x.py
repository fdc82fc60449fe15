def labelled_hist(ax, x, unit, bins):
    known = x[~np.isnan(x)]
    ax.hist(x, bins=bins)
    ax.set_title(f"n = {len(x)}, missing = {np.isnan(x).sum()}")
    ax.set_xlabel(f"value ({unit})")
    if len(known):
        ax.axvline(np.median(known))
