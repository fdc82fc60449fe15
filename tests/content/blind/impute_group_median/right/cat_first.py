def impute_group_median(df, col, by):
    result = df.copy()
    of_group = df.groupby(by)[col].transform("median")
    result[col] = df[col].fillna(of_group).fillna(df[col].median())
    return result
