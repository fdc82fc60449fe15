def top_customers_sql():
    return """WITH d AS (SELECT o.customer_id k, COUNT(DISTINCT o.id) n, SUM(i.quantity*i.unit_cents) cents
      FROM orders o LEFT JOIN items i ON i.order_id=o.id WHERE o.status='done' GROUP BY 1)
    SELECT c.name, COALESCE(n,0) n, COALESCE(cents,0) r FROM customers c LEFT JOIN d ON k=c.id
    ORDER BY r DESC, c.name"""
