def parse_mixed_dates(s):
    result = pd.to_datetime(s, format="%Y-%m-%d", errors="coerce")
    for form in ["%d/%m/%Y", "%m/%d/%Y", "%b %d, %Y"]:
        result = result.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return result
