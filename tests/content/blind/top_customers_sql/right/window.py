def top_customers_sql(status="done"):
    return f"""
    SELECT name, n, revenue FROM (
        SELECT DISTINCT c.id, c.name AS name,
            COUNT(o.id) OVER (PARTITION BY c.id) AS n,
            IFNULL(SUM(x.cents) OVER (PARTITION BY c.id), 0) AS revenue
        FROM customers AS c
        LEFT OUTER JOIN (SELECT * FROM orders WHERE status = '{status}') AS o ON o.customer_id = c.id
        LEFT OUTER JOIN (SELECT order_id, SUM(quantity * unit_cents) AS cents FROM items GROUP BY 1) AS x
            ON x.order_id = o.id
    )
    ORDER BY revenue DESC, name, id ;
    """
