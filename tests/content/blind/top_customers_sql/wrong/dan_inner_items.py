def top_customers_sql():
    return """WITH done AS (SELECT o.customer_id, COUNT(DISTINCT o.id) n, SUM(i.quantity*i.unit_cents) cents
      FROM orders o JOIN items i ON i.order_id=o.id WHERE o.status='done' GROUP BY o.customer_id)
    SELECT c.name, COALESCE(n,0), COALESCE(cents,0) r FROM customers c LEFT JOIN done d ON d.customer_id=c.id
    ORDER BY r DESC, c.name, c.id"""
