def monthly_rank_sql():
    return """
    SELECT month, region, revenue,
           RANK() OVER (PARTITION BY month ORDER BY revenue DESC) AS place
    FROM (
        SELECT DISTINCT substr(sold_on, 1, length(sold_on) - 3) AS month, region,
               SUM(cents) OVER (PARTITION BY substr(sold_on, 1, length(sold_on) - 3), region) AS revenue
        FROM sales
    )
    ORDER BY month, revenue DESC, region
    """
