"""What the interviewer does next. Pure: time, chance and identity enter as arguments."""
