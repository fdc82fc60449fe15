def labelled_hist(ax, x, unit, bins):
    known = x[~np.isnan(x)]
    plt.sca(ax)
    plt.hist(known, bins=bins)
    plt.title(f"n = {len(known)}, missing = {len(x) - len(known)}")
    plt.xlabel(f"value ({unit})")
    if len(known):
        plt.axvline(np.median(known))
