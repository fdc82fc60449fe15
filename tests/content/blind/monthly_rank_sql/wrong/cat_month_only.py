def monthly_rank_sql():
    return """
    SELECT strftime('%m', sold_on) AS month, region, SUM(cents) AS revenue,
           RANK() OVER (PARTITION BY strftime('%m', sold_on) ORDER BY SUM(cents) DESC) AS r
    FROM sales GROUP BY month, region ORDER BY month, r, region
    """
