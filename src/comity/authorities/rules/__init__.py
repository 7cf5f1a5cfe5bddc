"""One rule a file: each asks one thing of one authority and gives the reason with the answer."""
