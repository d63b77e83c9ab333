-- Facts that need others and have a card never asked, with their first place among new cards.
SELECT fact.key, fact.text_id, fact.needs, min(s.ordinal)
FROM fact
JOIN card_state AS s ON s.fact = fact.key AND s.state = 0
WHERE fact.needs <> '[]' AND fact.gone = 0
GROUP BY fact.key
ORDER BY min(s.ordinal);
