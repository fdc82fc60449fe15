def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    if len(there):
        ax.hist(there, np.linspace(there.min(), there.max(), bins + 1))
        ax.axvline(np.median(there))
    ax.set_title(f"n = {len(there)}, missing = {len(x) - len(there)}")
    ax.set_xlabel(f"value ({unit})")
