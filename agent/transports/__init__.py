"""Ways for audio and room messages to travel. A transport moves frames and messages and knows nothing else."""
