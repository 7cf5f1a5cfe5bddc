"""What people edit together: versions, status, and what happens when two edit at once."""
