def labelled_hist(ax, x, unit, bins):
    known = sorted(v for v in x if not np.isnan(v))
    ax.hist(known, bins=bins)
    ax.set_title(f"n = {len(known)}, missing = {len(x) - len(known)}")
    ax.set_xlabel(f"value ({unit})")
    if known:
        ax.axvline(known[len(known) // 2])
