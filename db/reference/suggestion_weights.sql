-- suggestion_weights: set the weights for suggesting people to ask. Changed weights are kept.

INSERT INTO suggestion_weights (name, label, weight, most_count) VALUES
('company', 'Works at', 6, 1),
('degree', 'Same degree', 4, 1),
('industry', 'Same industry', 3, 1),
('skill', 'Shared skills', 2, 5),
('campus', 'Same campus', 1, 1),
('place', 'Free places', 0, 1)
AS fresh
ON DUPLICATE KEY UPDATE label = fresh.label;
