def top_customers_sql():
    return """
    WITH order_value AS (
        SELECT order_id, SUM(quantity * unit_cents) AS cents
        FROM items
        GROUP BY order_id
    ),
    per_customer AS (
        SELECT o.customer_id, COUNT(*) AS n_orders, SUM(v.cents) AS revenue
        FROM orders AS o
        LEFT JOIN order_value AS v ON v.order_id = o.id
        WHERE o.status = 'done'
        GROUP BY o.customer_id
    )
    SELECT c.name, IFNULL(p.n_orders, 0), IFNULL(p.revenue, 0)
    FROM customers AS c
    LEFT JOIN per_customer AS p ON p.customer_id = c.id
    ORDER BY 3 DESC, c.name, c.id;
    """
