def monthly_rank_sql():
    return """
    WITH monthly AS (
        SELECT strftime('%Y-%m', sold_on) AS month, region, SUM(cents) AS revenue
        FROM sales
        GROUP BY 1, 2
    )
    SELECT m.month, m.region, m.revenue,
           (SELECT COUNT(*) FROM monthly AS o WHERE o.month = m.month AND o.revenue > m.revenue) + 1 AS place
    FROM monthly AS m
    ORDER BY 1, 4, 2;
    """
