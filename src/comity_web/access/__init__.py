"""Who may do what: users, memberships, roles, and the trail of what they did."""
