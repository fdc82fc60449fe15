def top_customers_sql():
    return """SELECT c.name, COUNT(DISTINCT o.id), COALESCE(SUM(i.quantity*i.unit_cents),0) r
    FROM customers c LEFT JOIN orders o ON o.customer_id=c.id LEFT JOIN items i ON i.order_id=o.id
    WHERE o.status='done' OR o.status IS NULL GROUP BY c.id ORDER BY r DESC, c.name, c.id"""
