def top_customers_sql():
    """Return SQL text that ranks all customers by revenue."""
    return """
    WITH order_revenue AS (
        SELECT order_id, SUM(quantity * unit_cents) AS cents
        FROM items
        GROUP BY order_id
    ),
    done AS (
        SELECT o.customer_id, COUNT(*) AS n, SUM(COALESCE(r.cents, 0)) AS cents
        FROM orders AS o
        LEFT JOIN order_revenue AS r ON r.order_id = o.id
        WHERE o.status = 'done'
        GROUP BY o.customer_id
    )
    SELECT c.name, COALESCE(d.n, 0) AS orders, COALESCE(d.cents, 0) AS revenue
    FROM customers AS c
    LEFT JOIN done AS d ON d.customer_id = c.id
    ORDER BY revenue DESC, c.name, c.id
    """
