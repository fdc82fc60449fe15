from textwrap import dedent


def top_customers_sql():
    return dedent("""
    WITH RECURSIVE sold AS MATERIALIZED (
        SELECT o.customer_id, o.id, i.quantity, i.unit_cents
        FROM orders o LEFT JOIN items i ON i.order_id = o.id
        WHERE o.status = 'done'
    )
    SELECT c.name AS 'name; really', COUNT(DISTINCT s.id), IFNULL(SUM(s.quantity * s.unit_cents), 0)
    FROM sold s RIGHT JOIN customers c ON s.customer_id = c.id
    GROUP BY c.id
    ORDER BY 3 DESC, 1 ASC, c.id ASC
    """).strip()
