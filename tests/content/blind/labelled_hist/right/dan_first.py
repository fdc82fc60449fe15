def labelled_hist(ax, x, unit, bins):
    """Draw a histogram that says what it shows: n, missing values, unit and median."""
    known = x[~np.isnan(x)]
    ax.set_title(f"n = {len(known)}, missing = {len(x) - len(known)}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("count")
    if len(known) == 0:
        return
    ax.hist(known, bins=bins)
    ax.axvline(np.median(known), color="black")
