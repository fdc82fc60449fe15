def top_customers_sql():
    return """WITH lines AS (SELECT DISTINCT order_id, quantity, unit_cents FROM items)
    SELECT c.name, COUNT(DISTINCT o.id), COALESCE(SUM(i.quantity*i.unit_cents),0) r
    FROM customers c LEFT JOIN orders o ON o.customer_id=c.id AND o.status='done' LEFT JOIN lines i ON i.order_id=o.id
    GROUP BY c.id ORDER BY r DESC, c.name, c.id"""
