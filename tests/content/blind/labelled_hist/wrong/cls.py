def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins)
    if len(there):
        ax.axvline(np.median(there))
    ax.set_title(f"n = {len(there)}, missing = {len(x) - len(there)}")
    ax.set_xlabel(f"value ({unit})")
    fig = ax.get_figure()
    for other in fig.axes:
        other.tick_params(labelsize=8)
    fig.subplots_adjust(wspace=0.4)
