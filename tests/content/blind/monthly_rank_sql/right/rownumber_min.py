def monthly_rank_sql():
    return """
    WITH sums AS (
        SELECT substr(sold_on, 1, 4) || '-' || substr(sold_on, 6, 2) AS month, region, SUM(cents) AS revenue
        FROM sales GROUP BY month, region
    ), numbered AS (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY month ORDER BY revenue DESC) AS n FROM sums
    )
    SELECT month, region, revenue, MIN(n) OVER (PARTITION BY month, revenue) AS place
    FROM numbered ORDER BY month, place, region
    """
