"""Long work: queued, run in the background, watched, stopped and taken up again."""
