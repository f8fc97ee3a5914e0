"""How an interview is planned: what is to be learnt, which question learns it, and why it was chosen."""
