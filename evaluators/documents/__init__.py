"""What documents say: files to text, résumés and job descriptions to extracts."""
