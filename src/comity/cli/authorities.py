"""What the law allows: find an authority, its money, cap, concurrence, clock and paperwork."""
