def top_customers_sql():
    return """
    /* customers; their orders; their revenue */
    WITH o AS (SELECT * FROM orders WHERE status IN ('done')),
    r AS (
        SELECT c.id, c.name,
               (SELECT COUNT(*) FROM o WHERE o.customer_id = c.id) AS n,
               (SELECT IFNULL(SUM(i.quantity * i.unit_cents), 0) FROM items i
                 WHERE i.order_id IN (SELECT id FROM o WHERE o.customer_id = c.id)) AS cents
        FROM customers c
    ),
    ranked AS (SELECT *, ROW_NUMBER() OVER (ORDER BY cents DESC, name, id) AS place FROM r)
    SELECT name, n, cents FROM ranked ORDER BY place; -- the end
    """
