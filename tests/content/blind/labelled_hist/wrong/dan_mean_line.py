def labelled_hist(ax, x, unit, bins):
    known = x[~np.isnan(x)]
    ax.set_title(f"n = {len(known)}, missing = {len(x) - len(known)}")
    ax.set_xlabel(f"value ({unit})")
    if len(known):
        ax.hist(known, bins=bins)
        ax.axvline(known.mean())
