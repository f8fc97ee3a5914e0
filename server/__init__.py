"""The outside world: web server, database, commands. The only place that wires the floors together."""
