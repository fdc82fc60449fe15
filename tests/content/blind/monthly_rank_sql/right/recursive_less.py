def monthly_rank_sql():
    return """
    SELECT * FROM (
        SELECT substr(sold_on, -10, 7) AS month, region, total(cents) + 0 AS revenue,
               cast(0 AS INTEGER) + rank() OVER (PARTITION BY substr(sold_on, -10, 7) ORDER BY total(cents) DESC) AS "rank; place"
        FROM sales GROUP BY substr(sold_on, -10, 7), region HAVING COUNT(*) > 0
    ) ORDER BY 1, 4, 2
    ;
    """
