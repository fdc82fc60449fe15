def monthly_rank_sql():
    return """WITH t AS (SELECT substr(sold_on,1,7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1,2)
SELECT month, region, revenue, 1+(SELECT COUNT(DISTINCT revenue) FROM t b WHERE b.month=a.month AND b.revenue>a.revenue) AS place FROM t a ORDER BY month, place, region"""
