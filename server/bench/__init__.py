"""The turn benchmark: a client on a real socket, real-time frames, and the time from the true end of speech to the
first sample of the reply."""
