"""How a case was solved: checkpoints with proof, figures against a sound answer's, the candidate's own arithmetic."""
