def monthly_rank_sql():
    """Rank by counting who is ahead, without a window function."""
    return """
    WITH totals(m, r, s) AS (
        SELECT strftime('%Y-%m', sold_on), region, SUM(cents) FROM sales GROUP BY 1, 2
    )
    SELECT a.m, a.r, a.s, 1 + COUNT(b.r)
    FROM totals a LEFT JOIN totals b ON b.m = a.m AND b.s > a.s
    GROUP BY a.m, a.r, a.s
    ORDER BY 1, 4, 2;
    """
