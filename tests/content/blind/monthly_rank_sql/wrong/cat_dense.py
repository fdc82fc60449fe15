def monthly_rank_sql():
    return """
    SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
           DENSE_RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS r
    FROM sales GROUP BY month, region ORDER BY month, r, region
    """
