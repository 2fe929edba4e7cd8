-- skill_domains: add the initial domains of skills; the office adds its own.

INSERT INTO skill_domains (name) VALUES
('Programming'),
('Web and Mobile'),
('Data and Artificial Intelligence'),
('Infrastructure and Security'),
('Engineering'),
('Science and Research'),
('Business and Management'),
('Finance and Accounting'),
('Marketing and Sales'),
('Design and Media'),
('Law and Public Service'),
('Health'),
('Education and Languages'),
('Personal Skills'),
('Other')
AS fresh
ON DUPLICATE KEY UPDATE name = skill_domains.name;
