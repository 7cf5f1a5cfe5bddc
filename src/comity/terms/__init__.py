"""The nouns: what every part of Comity speaks about, and nothing that computes."""
