def impute_group_median(df, col, by):
    out = df.copy()
    for group in out[by].unique():
        rows = out[by] == group
        out[rows][col] = out[rows][col].fillna(df[rows][col].median())
    out[col] = out[col].fillna(df[col].median())
    return out
