"""A candidate's code is run here and nowhere else: under bubblewrap, or not at all."""
