-- skills: add common skills to suggest; people add what is missing.
--
-- A skill that the office has moved to another domain or retired stays so.

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Python", "Java", "JavaScript", "TypeScript", "C", "C++", "C#", "Go", "Rust",
        "Kotlin", "Swift", "PHP", "Ruby", "R", "MATLAB"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Programming'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "HTML", "CSS", "React", "Angular", "Vue", "Node.js", "Django", "Flask", "Spring",
        "Android", "iOS", "Accessibility"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Web and Mobile'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "SQL", "MySQL", "PostgreSQL", "Data Analysis", "Data Engineering",
        "Data Visualisation", "Statistics", "Machine Learning", "Deep Learning",
        "Natural Language Processing", "Computer Vision", "Power BI", "Tableau"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Data and Artificial Intelligence'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Linux", "Networking", "Cloud Computing", "AWS", "Azure", "Docker", "Kubernetes",
        "Terraform", "DevOps", "Cybersecurity", "Penetration Testing", "Git"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Infrastructure and Security'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Mechanical Engineering", "Electrical Engineering", "Civil Engineering",
        "Chemical Engineering", "Embedded Systems", "Robotics", "AutoCAD", "SolidWorks",
        "Structural Analysis", "Power Systems", "Renewable Energy", "Quality Control"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Engineering'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Research Methods", "Laboratory Techniques", "Bioinformatics", "Genetics",
        "Chemistry", "Physics", "Environmental Science", "Scientific Writing",
        "Clinical Research"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Science and Research'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Project Management", "Product Management", "Business Analysis", "Strategy",
        "Operations", "Supply Chain", "Consulting", "Entrepreneurship", "Agile", "Scrum",
        "Negotiation", "Change Management"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Business and Management'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Accounting", "Auditing", "Financial Analysis", "Financial Modelling",
        "Investment Banking", "Risk Management", "Taxation", "Excel", "Insurance"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Finance and Accounting'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Marketing", "Digital Marketing", "Search Engine Optimisation", "Social Media",
        "Content Marketing", "Brand Management", "Market Research", "Sales",
        "Customer Relations"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Marketing and Sales'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Graphic Design", "User Experience", "User Interface Design", "Figma", "Photography",
        "Video Editing", "Animation", "Illustration", "Journalism", "Copywriting"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Design and Media'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Corporate Law", "Contract Law", "Intellectual Property", "Human Rights",
        "Public Policy", "International Relations", "Social Work"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Law and Public Service'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Nursing", "Medicine", "Pharmacy", "Public Health", "Physiotherapy", "Psychology",
        "Nutrition"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Health'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Teaching", "Curriculum Design", "Training", "Translation", "English", "Spanish",
        "French", "German", "Arabic", "Mandarin"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Education and Languages'
ON DUPLICATE KEY UPDATE name = skills.name;

INSERT INTO skills (domain_id, name)
SELECT
    d.id,
    s.name
FROM skill_domains AS d
CROSS JOIN
    JSON_TABLE(
        '[
        "Communication", "Leadership", "Teamwork", "Public Speaking", "Problem Solving",
        "Critical Thinking", "Time Management", "Mentoring"
    ]',
        '$[*]' COLUMNS (name VARCHAR(60) PATH '$')
    ) AS s
WHERE d.name = 'Personal Skills'
ON DUPLICATE KEY UPDATE name = skills.name;
