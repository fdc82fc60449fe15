def impute_group_median(df, col, by):
    """transform keeps the shape of df."""
    by_group = df.groupby(by)[col].transform("median")
    return df.assign(**{col: df[col].where(df[col].notna(), by_group.where(by_group.notna(), df[col].median()))})
