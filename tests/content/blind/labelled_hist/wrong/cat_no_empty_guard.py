def labelled_hist(ax, x, unit, bins):
    ax.hist(x, bins=bins)
    ax.axvline(np.nanmedian(x), color="red")
    missing = np.isnan(x).sum()
    ax.set_title(f"n = {x.size - missing}, missing = {missing}")
    ax.set_xlabel(f"value ({unit})")
