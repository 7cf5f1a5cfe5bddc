"""What the law allows: statutes as dated records, the finder's rules, the gates."""
