def top_customers_sql():
    return """SELECT name, n, revenue FROM (
 SELECT c.name AS name, COUNT(DISTINCT o.id) AS n, SUM(COALESCE(i.quantity * i.unit_cents, 0)) AS revenue, c.id AS id
 FROM customers c JOIN orders o ON o.customer_id = c.id LEFT JOIN items i ON i.order_id = o.id WHERE o.status = 'done' GROUP BY c.id
 UNION SELECT name, 0, 0, id FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE status = 'done')
) ORDER BY revenue DESC, name, id"""
