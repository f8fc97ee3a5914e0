"""Work of several steps that routes and commands start."""
