def impute_group_median(df, col, by):
    work = df.reset_index(drop=True)
    overall = work[col].median()
    parts = []
    for name, part in work.groupby(by, dropna=False, sort=False):
        m = overall if pd.isna(name) else part[col].median()
        if pd.isna(m):
            m = overall
        parts.append(part.assign(**{col: part[col].fillna(m)}))
    if not parts:
        return df.copy()
    out = pd.concat(parts).sort_index()
    out.index = df.index
    return out.astype(df.dtypes.to_dict())
