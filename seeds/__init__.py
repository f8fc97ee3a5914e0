"""The catalogue that ships: role kits, rubrics and question patterns, as CSV and YAML, read by `catalog`."""
