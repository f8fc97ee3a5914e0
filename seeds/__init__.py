"""The catalogue that ships: roles, rubrics, questions, companies and skills, as CSV and YAML, with its readers."""
