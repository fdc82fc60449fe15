def impute_group_median(df, col, by):
    out = df.copy()
    overall = df[col].median()
    for label in df.index[df[col].isna()]:
        group = df.loc[df[by] == df.loc[label, by], col] if not isinstance(df.loc[label], pd.DataFrame) else df[col]
        m = group.median()
        out.loc[label, col] = overall if pd.isna(m) else m
    return out
