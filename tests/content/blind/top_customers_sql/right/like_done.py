def top_customers_sql():
    return """SELECT c.name, COUNT(DISTINCT o.id) AS n, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND o.status LIKE 'done'
LEFT JOIN items i ON i.order_id = o.id GROUP BY c.id ORDER BY revenue DESC, c.name, c.id"""
