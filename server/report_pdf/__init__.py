"""A report as a document to print."""
