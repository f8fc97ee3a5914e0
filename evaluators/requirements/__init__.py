"""What a job asks for, line by line, and how each line stands after an interview. `evaluators.jd_match` joins it."""
