def top_customers_sql():
    return """
    WITH done AS (
        SELECT o.customer_id, COUNT(DISTINCT o.id) AS n, SUM(i.quantity * i.unit_cents) AS revenue
        FROM orders o JOIN items i ON i.order_id = o.id
        WHERE o.status = 'done'
        GROUP BY o.customer_id
    )
    SELECT c.name, COALESCE(d.n, 0), COALESCE(d.revenue, 0)
    FROM customers c LEFT JOIN done d ON d.customer_id = c.id
    ORDER BY COALESCE(d.revenue, 0) DESC, c.name, c.id
    """
