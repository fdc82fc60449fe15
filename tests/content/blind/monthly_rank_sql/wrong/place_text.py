def monthly_rank_sql():
    return """SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
FROM sales GROUP BY substr(sold_on, 1, 7), region ORDER BY month, CAST(place AS TEXT), region"""
