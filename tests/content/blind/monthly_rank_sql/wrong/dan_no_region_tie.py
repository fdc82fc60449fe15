def monthly_rank_sql():
    return """WITH monthly AS (SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2) SELECT month, region, revenue, RANK() OVER (PARTITION BY month ORDER BY revenue DESC) p FROM monthly ORDER BY month, p"""
