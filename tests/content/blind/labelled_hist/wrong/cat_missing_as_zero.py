def labelled_hist(ax, x, unit, bins):
    missing = int(np.isnan(x).sum())
    filled = np.nan_to_num(x)
    ax.hist(filled, bins=bins)
    if missing < len(x):
        ax.axvline(np.nanmedian(x), color="red")
    ax.set_title(f"n = {len(x) - missing}, missing = {missing}")
    ax.set_xlabel(f"value ({unit})")
