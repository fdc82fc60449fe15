def labelled_hist(ax, x, unit, bins):
    is_nan = np.isnan(x)
    x = np.extract(~is_nan, x)
    counts, edges = np.histogram(x, bins)
    ax.hist(edges[:-1], bins=edges, weights=counts)
    label = "(" + unit + ")"
    ax.set_xlabel(label)
    ax.set_title("missing = " + str(is_nan.sum()) + "; n = " + str((~is_nan).sum()))
    if x.size == 0:
        return
    ax.axvline(x=np.quantile(x, 0.5), ymin=0.0, ymax=0.95)
