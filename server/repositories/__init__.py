"""All SQL of the product, a class a noun. Each is made for one transaction and gives frozen records, never rows."""
