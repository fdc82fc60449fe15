def top_customers_sql():
    return """
    SELECT c.name,
           COUNT(DISTINCT o.id) AS n_orders,
           COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
    FROM customers AS c
    LEFT JOIN orders AS o ON o.customer_id = c.id
    LEFT JOIN items AS i ON i.order_id = o.id
    WHERE o.status = 'done'
    GROUP BY c.id, c.name
    ORDER BY revenue DESC, c.name, c.id
    """
