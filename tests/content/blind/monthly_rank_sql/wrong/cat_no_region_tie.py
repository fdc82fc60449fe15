def monthly_rank_sql():
    return """
    WITH monthly AS (
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue
        FROM sales
        GROUP BY substr(sold_on, 1, 7), region
    )
    SELECT month, region, revenue,
           RANK() OVER (PARTITION BY month ORDER BY revenue DESC) AS place
    FROM monthly
    ORDER BY month, place
    """
