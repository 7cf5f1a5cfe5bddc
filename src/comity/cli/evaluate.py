"""Did it work, for whom, under what conditions."""
