def labelled_hist(ax, x, unit, bins):
    known = x[~np.isnan(x)]
    ax.hist(known, bins=bins)
    title = f"n = {len(known)}"
    if len(known) < len(x):
        title += f", missing = {len(x) - len(known)}"
    ax.set_title(title)
    ax.set_xlabel(f"value ({unit})")
    if len(known):
        ax.axvline(np.median(known))
