def top_customers_sql():
    """Subqueries in the SELECT, no join to customers at all."""
    return """
    SELECT name,
           (SELECT COUNT(*) FROM orders WHERE customer_id = c.id AND status = 'done') AS n,
           (SELECT IFNULL(SUM(i.quantity * i.unit_cents), 0)
              FROM items AS i
             WHERE i.order_id IN (SELECT o.id FROM orders o WHERE o.customer_id = c.id AND o.status = 'done')
           ) AS cents
    FROM customers AS c
    ORDER BY 3 DESC, 1, c.id;
    """
