def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    plt.sca(ax)
    if there.size:
        plt.hist(there, bins=bins)
        plt.axvline(np.median(there))
    plt.title(f"n = {there.size}, missing = {x.size - there.size}")
    plt.xlabel(f"value ({unit})")
